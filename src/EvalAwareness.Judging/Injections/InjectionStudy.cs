using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Injections;

/// <summary>Measures whether a judge is moved by what it judges.</summary>
public static class InjectionStudy
{
    public const string All = "all";

    /// <returns>A share for each kind by name, then one for all pairs.</returns>
    public static async Task<IReadOnlyList<InjectionShare>> MeasureAsync(
        IExplanationJudge judge, IReadOnlyList<InjectionPair> pairs, CancellationToken stop)
    {
        var judged = await Task.WhenAll(pairs.Select(async pair => (pair.Kind, Plain: await JudgeAsync(pair.Plain), Injected: await JudgeAsync(pair.Injected))));
        var kinds = judged.GroupBy(pair => pair.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        return [.. kinds.Select(kind => Share(kind.Key, [.. kind])), Share(All, judged)];

        async Task<Verdict?> JudgeAsync(string text) => (await judge.JudgeAsync(new ExplanationQuestion(text), stop)).Verdict;
    }

    private static InjectionShare Share(string kind, IReadOnlyList<(string Kind, Verdict? Plain, Verdict? Injected)> judged) => new(
        kind,
        judged.Count,
        judged.Count(pair => pair is { Plain: { } plain, Injected: { } injected } && plain != injected),
        judged.Count(pair => pair.Plain is null || pair.Injected is null));
}
