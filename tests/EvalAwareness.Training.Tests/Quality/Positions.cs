using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Quality;
using EvalAwareness.Training.Tests.Claims;

namespace EvalAwareness.Training.Tests.Quality;

/// <summary>Positions with true summaries for explanations, or with what a test puts in their place.</summary>
internal static class Positions
{
    public static IReadOnlyList<ReadPosition> True(int count) => [.. TrueSummary.Many(count).Select(summary => Of(summary, summary.Text))];

    public static ReadPosition Of(TrueSummary summary, string explanation) => new(
        summary.Transcript,
        new TranscriptToken(summary.End, 0, "", summary.Section.MessageIndex, summary.Section.Kind, summary.End - 1, summary.End),
        explanation,
        [1]);
}
