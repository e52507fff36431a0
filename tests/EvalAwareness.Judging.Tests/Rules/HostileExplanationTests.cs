using EvalAwareness.Core.Judging;
using EvalAwareness.Judging.Rules;

namespace EvalAwareness.Judging.Tests.Rules;

public sealed class HostileExplanationTests
{
    /// <summary>A pattern that went back and forth over such a text would run into the rubric's patience, and there is no verdict then.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("\"a ")]
    [InlineData("not ")]
    [InlineData("test ")]
    [InlineData("suspects that ")]
    [InlineData("an AI safety ")]
    [InlineData("really just perhaps ")]
    [InlineData("\0")]
    public async Task A_hundred_thousand_hostile_characters_are_judged(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var judgement = await new RubricExplanationJudge().JudgeAsync(new ExplanationQuestion(text), TestContext.Current.CancellationToken);

        Assert.NotNull(judgement.Verdict);
    }
}
