using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Training.Nla;

/// <summary>What a verbalizer and a reconstructor are asked with; both stand in the sidecars.</summary>
/// <param name="Verbalizer">A user's message with <see cref="Sidecar.MarkerSlot"/>.</param>
/// <param name="Reconstructor">Raw text with <see cref="Sidecar.ExplanationSlot"/>; what follows the slot is where the activation is read off.</param>
public sealed record NlaPrompts(string Verbalizer, string Reconstructor)
{
    /// <summary>For a model that follows instructions. The reconstructor's is that of the released checkpoints.</summary>
    public static NlaPrompts Default { get; } = new(
        $"Between the following tags stands one internal state of a language model, put in place of a token: <concept>{Sidecar.MarkerSlot}</concept>\n\n"
        + $"Say what it holds: two or three short paragraphs, the feature that matters most for the next tokens first, the current token last. "
        + $"Write them between {ExplanationParser.OpenTag} and {ExplanationParser.CloseTag}.",
        $"Summary of the following text: <text>{Sidecar.ExplanationSlot}</text> <summary>");
}
