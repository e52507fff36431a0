using EvalAwareness.Cli.Auditing;
using EvalAwareness.Core;
using EvalAwareness.Judging;
using EvalAwareness.Judging.Calibration;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Cli.Judging;

/// <summary>Judges by the names that a person gives them.</summary>
internal sealed class NamedJudges : IDisposable
{
    public const string Rubric = "rubric";
    public const string Classifier = "classifier";

    private readonly List<JudgePair> _owned = [];
    private readonly List<NamedJudge> _all = [];

    private NamedJudges()
    {
    }

    public IReadOnlyList<NamedJudge> All => _all;

    /// <exception cref="RefusedException">A name stands for no judge, or stands twice.</exception>
    public static NamedJudges Make(IReadOnlyList<string> names, JudgeFactory factory)
    {
        Check(names);
        var settings = names.Select(name => (Name: name, Settings: SettingsOf(name))).ToList();
        var judges = new NamedJudges();
        try
        {
            settings.ForEach(named => judges.Add(ShortName(named.Name, names), factory.Create(named.Settings)));
            return judges;
        }
        catch
        {
            judges.Dispose();
            throw;
        }
    }

    public void Dispose() => _owned.ForEach(pair => pair.Dispose());

    private void Add(string name, JudgePair pair)
    {
        _owned.Add(pair);
        _all.Add(new NamedJudge(name, pair.Explanations, pair.Turns));
    }

    /// <summary>Without its folder, where that leaves no doubt.</summary>
    private static string ShortName(string name, IEnumerable<string> names) =>
        Path.GetFileName(name) is var file && names.Count(other => Path.GetFileName(other) == file) == 1 ? file : name;

    private static JudgeSettings SettingsOf(string name) => name switch
    {
        Rubric => new JudgeSettings { Kind = JudgeKind.Rubric },
        Classifier => new JudgeSettings { Kind = JudgeKind.Classifier },
        _ when Directory.Exists(name) => new JudgeSettings { Kind = JudgeKind.Classifier, Model = name },
        _ => AuditFile.Load(name, AuditSettings.EnvironmentVariables()).Judge,
    };

    private static void Check(IReadOnlyList<string> names)
    {
        var twice = names.GroupBy(name => name).Where(name => name.Count() > 1).Select(name => $"--judge {name.Key}: given twice");
        var unknown = names.Distinct().Where(name => name is not (Rubric or Classifier) && !Path.Exists(name))
            .Select(name => $"--judge {name}: legal is {Rubric}, {Classifier}, a folder of judge train, or the path of an audit file");
        string[] problems = [.. twice, .. unknown];
        if (problems.Length > 0)
            throw new RefusedException(problems);
    }
}
