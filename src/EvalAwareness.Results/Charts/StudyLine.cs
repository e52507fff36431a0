using EvalAwareness.Core;
using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>How one way of reading looks in every figure.</summary>
internal sealed record StudyLine(ReadingStudy Study, Color Color, LinePattern Pattern)
{
    public string Name => TruthNames.Of(Study);

    /// <summary>What reads the activations themselves: the pair, the pair before its joint training, the probe.</summary>
    public static IReadOnlyList<StudyLine> Readers(TruthStudy study) =>
    [
        new(study.Baseline, Palette.Read, LinePattern.Solid),
        .. Line(study.WarmStart, Palette.WarmStart, LinePattern.Solid),
        .. Line(study.Probe, Palette.Probe, LinePattern.Solid),
    ];

    public static IReadOnlyList<StudyLine> Arms(TruthStudy study) =>
    [
        .. Line(study.Under(Conditions.Shuffled), Palette.Control, LinePattern.Dashed),
        .. Line(study.Under(Conditions.Random), Palette.Muted, LinePattern.Dotted),
        .. Line(study.Under(Conditions.NoInjection), Palette.Muted, LinePattern.DenselyDashed),
    ];

    public static IReadOnlyList<StudyLine> Window(TruthStudy study) => Line(study.Window, Palette.Said, LinePattern.Solid);

    private static IReadOnlyList<StudyLine> Line(ReadingStudy? study, Color color, LinePattern pattern) =>
        study is null ? [] : [new StudyLine(study, color, pattern)];
}
