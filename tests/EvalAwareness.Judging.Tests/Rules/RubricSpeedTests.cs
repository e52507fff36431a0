using EvalAwareness.Core.Judging;
using EvalAwareness.Judging.Rules;

namespace EvalAwareness.Judging.Tests.Rules;

/// <summary>Counts processor time, with no other test at work, so that a busy machine does not fail them.</summary>
[Collection(nameof(RubricSpeedTests))]
[CollectionDefinition(nameof(RubricSpeedTests), DisableParallelization = true)]
public sealed class RubricSpeedTests
{
    private readonly RubricExplanationJudge _judge = new();

    [Fact]
    public async Task Twenty_thousand_explanations_take_under_four_seconds()
    {
        var explanations = LabelledSentences.Read("explanations.txt").Select(row => row.Data.Item3).ToArray();
        foreach (var explanation in explanations)
            await Judge(explanation);
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < 20_000; i++)
            await Judge(explanations[i % explanations.Length]);

        // About 1 s; four leave room for slower cores.
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\"a ")]
    [InlineData("not ")]
    [InlineData("test ")]
    [InlineData("suspects that ")]
    [InlineData("an AI safety ")]
    [InlineData("really just perhaps ")]
    [InlineData("\0")]
    public async Task A_hundred_thousand_hostile_characters_are_judged_within_seconds(string part)
    {
        var before = Environment.CpuUsage.TotalTime;
        var judgement = await Judge(string.Concat(Enumerable.Repeat(part, 100_000 / part.Length)));

        Assert.NotNull(judgement.Verdict);
        Assert.InRange(Environment.CpuUsage.TotalTime - before, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private Task<Judgement> Judge(string explanation) => _judge.JudgeAsync(new ExplanationQuestion(explanation), TestContext.Current.CancellationToken);
}
