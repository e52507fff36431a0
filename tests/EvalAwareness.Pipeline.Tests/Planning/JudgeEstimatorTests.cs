using EvalAwareness.Core.Models;
using EvalAwareness.Judging;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Tests.Scripted;

namespace EvalAwareness.Pipeline.Tests.Planning;

public sealed class JudgeEstimatorTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_rubric_is_asked_nothing() => Assert.Null(JudgeEstimator.Of(await PlanAsync(new JudgeSettings())));

    [Fact]
    public async Task Every_explanation_window_and_turn_is_a_question()
    {
        var estimate = JudgeEstimator.Of(await PlanAsync(Asking))!;

        // Three transcripts: 4 positions read and 2 shuffled, 2 samples each; 4 windows; a turn.
        Assert.Equal(3 * ((4 + 2) * 2 + 4 + 1), estimate.Requests);
        Assert.Equal(estimate.Requests * 100, estimate.AnswerTokens);
        Assert.Equal((estimate.PromptTokens + estimate.AnswerTokens * 5m) / 1_000_000, estimate.Cost);
        // The instructions alone are hundreds of tokens, explanations at most 200.
        Assert.InRange(estimate.PromptTokens / estimate.Requests, 500, 2_000);
    }

    [Fact]
    public async Task A_probability_is_asked_for_with_a_second_question()
    {
        var (once, twice) = (JudgeEstimator.Of(await PlanAsync(Asking))!, JudgeEstimator.Of(await PlanAsync(Asking with { Probability = true }))!);

        Assert.Equal((2 * once.Requests, 2 * once.PromptTokens), (twice.Requests, twice.PromptTokens));
    }

    private static JudgeSettings Asking => new() { Kind = JudgeKind.OpenAi, Model = "m", MaxTokens = 100, Price = new TokenPrice(1, 5) };

    private Task<PlannedAudit> PlanAsync(JudgeSettings judge)
    {
        var audit = new ScriptedAudit(_folder)
        {
            Options = ScriptedAudit.Defaults with
            {
                Judge = judge, Controls = new ControlOptions { ShuffledPositions = 2, WindowWords = 10 }, Sampling = new SamplingOptions { Samples = 2 },
            },
        };
        return audit.PlanAsync(audit.Source("talk", ScriptedAudit.Lines("t", 3)));
    }
}
