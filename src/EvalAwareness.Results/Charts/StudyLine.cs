using EvalAwareness.Core;
using EvalAwareness.Results.Truth;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>How one way of reading looks in every figure.</summary>
/// <param name="Study">What was read.</param>
/// <param name="Color">Its own in every figure.</param>
/// <param name="Width">Of its lines.</param>
internal sealed record StudyLine(ReadingStudy Study, Color Color, float Width = StudyLine.Plain)
{
    private const float Plain = 2;

    /// <summary>The probe is drawn first and broad, so that a pair that reaches it lies on it and both are seen.</summary>
    private const float Underlay = 6;

    public string Name => TruthNames.Of(Study);

    /// <summary>What reads the activations themselves: the probe, the pair before its joint training, the pair.</summary>
    public static IReadOnlyList<StudyLine> Readers(TruthStudy study) =>
    [
        .. Line(study.Probe, Palette.Probe, Underlay),
        .. Line(study.WarmStart, Palette.WarmStart),
        new(study.Baseline, Palette.Read),
    ];

    /// <summary>Greys and no dashes: the SVG canvas draws none.</summary>
    public static IReadOnlyList<StudyLine> Arms(TruthStudy study) =>
    [
        .. Line(study.Under(Conditions.Shuffled), Palette.Control),
        .. Line(study.Under(Conditions.Random), Palette.Muted),
        .. Line(study.Under(Conditions.NoInjection), Palette.PaleControl),
    ];

    public static IReadOnlyList<StudyLine> Window(TruthStudy study) => Line(study.Window, Palette.Said);

    private static IReadOnlyList<StudyLine> Line(ReadingStudy? study, Color color, float width = Plain) =>
        study is null ? [] : [new StudyLine(study, color, width)];
}
