using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Running;

namespace EvalAwareness.Pipeline.Tests.Scripted;

/// <summary>Says yes to the word <c>test</c>, and cannot answer for the word <c>contempt</c>.</summary>
internal sealed class ScriptedJudges : IExplanationJudge, ITurnJudge, IActivationJudge
{
    public static AuditJudges Both { get; } = new(new ScriptedJudges(), new ScriptedJudges());

    public static AuditJudges All { get; } = Both with { Activations = new ScriptedJudges() };

    public JudgeIdentity Identity { get; } = new("scripted-v1", null, "0f");

    public Task<Judgement> JudgeAsync(ExplanationQuestion question, CancellationToken stop) => Task.FromResult(Judge(question.Text));

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop) =>
        Task.FromResult(Judge($"{context.Count} before; {turn.Reasoning} {turn.Content}"));

    /// <summary>Yes to even words.</summary>
    public Judgement Judge(float[] activation) =>
        Judgement.Of(activation[0] % 2 == 0 ? Verdict.Yes : Verdict.No, "", "") with { Score = activation[0] };

    private static Judgement Judge(string words) => words.Contains("contempt")
        ? throw new ItemException("the judge left the room")
        : Judgement.Of(words.Contains("test") ? Verdict.Yes : Verdict.No, "", words);
}
