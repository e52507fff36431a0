using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Cli.Judging;

/// <summary>Where a calibration is left unless a person says otherwise: the same judges and labels have the same place.</summary>
internal static class CalibrationPath
{
    private const string Reports = "reports";

    public static string For(CalibrationDocument document)
    {
        var judges = document.Judges.Select(known => known.Judge).Concat(document.Attacks.Select(known => known.Explanations));
        var split = document.Labels.Split == LabelSet.EverySplit ? "" : $"-{document.Labels.Split.ToLowerInvariant()}";
        return Path.Combine(
            Reports, RunCalibrations.Shelf, $"{string.Join('+', judges.Select(NameOf))}-{document.Labels.Task}-{document.Labels.Sha256[..12]}{split}.json");
    }

    private static string NameOf(JudgeIdentity judge)
    {
        var name = judge.Model is null ? judge.Name : $"{judge.Name}-{judge.Model}";
        return string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_'));
    }
}
