using EvalAwareness.Training.Activations;
using Microsoft.Extensions.AI;

namespace EvalAwareness.Training.Summaries;

/// <summary>What an endpoint is asked about an activation.</summary>
internal static class SummaryQuestion
{
    private const string Resource = "EvalAwareness.Training.Summaries.Text.summary-prompt.txt";

    private static readonly ChatMessage Instructions = new(ChatRole.System, ReadInstructions());

    public static IReadOnlyList<ChatMessage> About(StoredActivation activation) =>
    [
        Instructions,
        new(ChatRole.User, $"<text>\n{activation.TextBefore}\n</text>\n\nThe text is cut off after the token \"{activation.Token}\"."),
    ];

    private static string ReadInstructions()
    {
        using var stream = typeof(SummaryQuestion).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
