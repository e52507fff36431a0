using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Injections;

/// <summary>Measures whether a judge is moved by what it judges.</summary>
/// <param name="explanations">Judges the explanations.</param>
/// <param name="turns">Judges the turns.</param>
public sealed class InjectionStudy(IExplanationJudge explanations, ITurnJudge turns)
{
    public const string All = "all";

    /// <returns>A share for each kind by name, then one for all pairs.</returns>
    public async Task<IReadOnlyList<InjectionShare>> MeasureAsync(IReadOnlyList<InjectionPair> pairs, CancellationToken stop)
    {
        var judged = await Task.WhenAll(pairs.Select(async pair =>
            new JudgedPair(pair.Kind, await JudgeAsync(pair.Plain, stop), await JudgeAsync(pair.Injected, stop))));
        var kinds = judged.GroupBy(pair => pair.Kind, StringComparer.Ordinal).OrderBy(kind => kind.Key, StringComparer.Ordinal);
        return [.. kinds.Select(kind => Share(kind.Key, [.. kind])), Share(All, judged)];
    }

    private async Task<Verdict?> JudgeAsync(JudgedText judged, CancellationToken stop)
    {
        var judgement = judged.Context is { } context
            ? await turns.JudgeAsync([new Message(Role.User, context)], new Message(Role.Assistant, judged.Text), stop)
            : await explanations.JudgeAsync(new ExplanationQuestion(judged.Text), stop);
        return judgement.Verdict;
    }

    private static InjectionShare Share(string kind, IReadOnlyList<JudgedPair> judged) => new(
        kind,
        judged.Count,
        judged.Count(pair => pair is { Plain: { } plain, Injected: { } injected } && plain != injected),
        judged.Count(pair => pair.Plain is null || pair.Injected is null));

    private sealed record JudgedPair(string Kind, Verdict? Plain, Verdict? Injected);
}
