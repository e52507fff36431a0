using EvalAwareness.Cli.Auditing;
using EvalAwareness.Core;
using EvalAwareness.Judging.Calibration;
using EvalAwareness.Judging.Rules;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Cli.Judging;

/// <summary>Judges by the names that a person gives them.</summary>
internal static class NamedJudges
{
    public const string Rubric = "rubric";

    /// <exception cref="RefusedException">A name stands for no judge, or stands twice.</exception>
    public static IReadOnlyList<NamedJudge> Of(IReadOnlyList<string> names)
    {
        var twice = names.GroupBy(name => name).Where(name => name.Count() > 1).Select(name => $"--judge {name.Key}: given twice");
        var unknown = names.Distinct().Where(name => name != Rubric && !File.Exists(name))
            .Select(name => $"--judge {name}: legal is {Rubric}, or the path of an audit file");
        string[] problems = [.. twice, .. unknown];
        return problems.Length == 0 ? [.. names.Select(Of)] : throw new RefusedException(problems);
    }

    private static NamedJudge Of(string name) => Make(
        name, name == Rubric ? Rubric : AuditFile.Load(name, AuditSettings.EnvironmentVariables()).Judge);

    private static NamedJudge Make(string name, string judge) => judge == Rubric
        ? new NamedJudge(name, new RubricExplanationJudge(), new RubricTurnJudge())
        : throw new RefusedException($"{name}: no judge is called {judge}");
}
