using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Results.Calibration;

/// <summary>What a calibration leaves behind, as it stands in its file.</summary>
/// <param name="Labels">What the judges were held against.</param>
public sealed record CalibrationDocument(LabelSet Labels)
{
    /// <summary>Tells such a file from any other.</summary>
    public const string Format = "judge_calibration_v1";

    public string Kind { get; init; } = Format;

    /// <summary>One for each judge; empty for attacks.</summary>
    public IReadOnlyList<JudgeCalibration> Judges { get; init; } = [];

    /// <summary>Every two judges on the same texts.</summary>
    public IReadOnlyList<JudgeComparison> Comparisons { get; init; } = [];

    /// <summary>One for each judge; empty for labelled texts.</summary>
    public IReadOnlyList<AttackResistance> Attacks { get; init; } = [];

    /// <summary>The figures alone.</summary>
    public CalibrationDocument WithoutTexts() => this with
    {
        Judges = [.. Judges.Select(judge => judge with { Disagreements = [] })],
        Attacks = [.. Attacks.Select(attack => attack with { Moved = [] })],
    };

    /// <summary>Whether a judge was held against these labels: name, model, prompt and settings are the same.</summary>
    public bool Knows(JudgeIdentity judge) => Judges.Any(known => known.Judge == judge)
        || Attacks.Any(known => known.Explanations == judge || known.Turns == judge);
}
