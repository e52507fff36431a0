using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Running;

namespace EvalAwareness.Pipeline.Tests.Scripted;

/// <summary>Says yes to the word <c>test</c>, and cannot answer for the word <c>contempt</c>.</summary>
internal sealed class ScriptedJudges : IExplanationJudge, ITurnJudge
{
    public static AuditJudges Both { get; } = new(new ScriptedJudges(), new ScriptedJudges());

    public JudgeIdentity Identity { get; } = new("scripted-v1", null, "0f");

    public Task<Judgement> JudgeAsync(string explanation, CancellationToken stop) => Task.FromResult(Judge(explanation));

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop) =>
        Task.FromResult(Judge($"{context.Count} before; {turn.Reasoning} {turn.Content}"));

    private static Judgement Judge(string words) => words.Contains("contempt")
        ? throw new ItemException("the judge left the room")
        : Judgement.Of(words.Contains("test") ? Verdict.Yes : Verdict.No, "", words);
}
