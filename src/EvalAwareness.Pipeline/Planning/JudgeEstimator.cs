using EvalAwareness.Core;
using EvalAwareness.Judging.Chat;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Says before a run what its judge will be asked.</summary>
public static class JudgeEstimator
{
    private const int BytesOfToken = 4;
    private const int BytesOfWord = 6;

    // The second question wants one word.
    private const int TokensOfProbability = 4;

    /// <returns>Null for a judge that asks no model.</returns>
    public static JudgeEstimate? Of(PlannedAudit planned)
    {
        var judge = planned.Audit.Judge;
        if (!judge.AsksModel)
            return null;
        var (questions, tokens) = Sum(Explanations(planned).Concat(Windows(planned)).Concat(Turns(planned)));
        var timesAsked = judge.Probability ? 2 : 1;
        var answers = questions * (judge.MaxTokens + (judge.Probability ? TokensOfProbability : 0));
        return new JudgeEstimate(
            judge.Model, questions * timesAsked, tokens * timesAsked, answers, judge.Price?.Of(tokens * timesAsked, answers));
    }

    private static IEnumerable<(long Questions, long Tokens)> Explanations(PlannedAudit planned) => Positions(
        planned, planned.Plan.Blocks, planned.Audit.Sampling.Samples, planned.Audit.Sampling.MaxNewTokens * BytesOfToken);

    private static IEnumerable<(long Questions, long Tokens)> Windows(PlannedAudit planned) => planned.Audit.Controls.WindowWords == 0
        ? []
        : Positions(
            planned, planned.Plan.Blocks.Where(block => block.Condition == Conditions.Baseline), 1, planned.Audit.Controls.WindowWords * BytesOfWord);

    private static IEnumerable<(long Questions, long Tokens)> Positions(PlannedAudit planned, IEnumerable<Block> blocks, int samples, long bytes) =>
        from item in blocks.SelectMany(block => block.Items)
        group item.Tokens.Count by item.Transcript.Dataset into dataset
        let questions = dataset.Sum(count => (long)count) * samples
        let told = planned.Datasets.First(one => one.Name == dataset.Key).Evaluation
        select (questions, questions * QuestionSize.OfExplanation(bytes, told));

    private static IEnumerable<(long Questions, long Tokens)> Turns(PlannedAudit planned) =>
        from transcript in planned.Plan.Transcripts
        where transcript.IsReadable
        from turn in transcript.Transcript.Messages.Index()
        where turn.Item.IsOwn
        let context = transcript.Transcript.Messages.Take(turn.Index).ToList()
        select (1L, QuestionSize.OfTurn(context, turn.Item, planned.Audit.Judge.ContextCharacters));

    private static (long Questions, long Tokens) Sum(IEnumerable<(long Questions, long Tokens)> parts) =>
        parts.Aggregate((Questions: 0L, Tokens: 0L), (sum, part) => (sum.Questions + part.Questions, sum.Tokens + part.Tokens));
}
