using EvalAwareness.Core;
using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>How one way of reading looks in every figure.</summary>
internal sealed record StudyLine(ReadingStudy Study, Color Color)
{
    public string Name => TruthNames.Of(Study);

    /// <summary>What reads the activations themselves: the pair, the pair before its joint training, the probe.</summary>
    public static IReadOnlyList<StudyLine> Readers(TruthStudy study) =>
    [
        new(study.Baseline, Palette.Read),
        .. Line(study.WarmStart, Palette.WarmStart),
        .. Line(study.Probe, Palette.Probe),
    ];

    /// <summary>Greys and no dashes: the SVG canvas draws none.</summary>
    public static IReadOnlyList<StudyLine> Arms(TruthStudy study) =>
    [
        .. Line(study.Under(Conditions.Shuffled), Palette.Control),
        .. Line(study.Under(Conditions.Random), Palette.Muted),
        .. Line(study.Under(Conditions.NoInjection), Palette.PaleControl),
    ];

    public static IReadOnlyList<StudyLine> Window(TruthStudy study) => Line(study.Window, Palette.Said);

    private static IReadOnlyList<StudyLine> Line(ReadingStudy? study, Color color) =>
        study is null ? [] : [new StudyLine(study, color)];
}
