using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Cli.Judging;

/// <summary>What an audit says is known of its judge.</summary>
internal static class JudgeCalibrations
{
    /// <summary>Reads them before anything is paid for, and warns where none is about the judge.</summary>
    /// <exception cref="RefusedException">One of them is no calibration.</exception>
    public static void Check(string? path, JudgeIdentity judge, TextWriter error)
    {
        if (path is not null && !RunCalibrations.At(path).Any(known => known.Document.Knows(judge)))
            error.WriteLine($"warning: judge_calibration: {path} holds nothing about {judge.Name} as it is; the report will not say how often it errs");
    }
}
