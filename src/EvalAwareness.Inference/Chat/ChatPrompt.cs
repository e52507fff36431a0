using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Inference.Tokenization.Segments;

namespace EvalAwareness.Inference.Chat;

/// <summary>A conversation as a model reads it that is to answer. Special tokens in what somebody wrote are ordinary characters.</summary>
internal sealed class ChatPrompt(HuggingFaceTokenizer tokenizer, ChatTemplate template)
{
    private readonly SegmentLocator _locator = new(template);

    /// <exception cref="ItemException">The template cannot render these messages.</exception>
    public int[] Encode(IReadOnlyList<Message> messages)
    {
        var said = template.Render(messages, addGenerationPrompt: false);
        var prompt = template.Render(messages, addGenerationPrompt: true);
        if (!prompt.StartsWith(said, StringComparison.Ordinal))
            throw new ItemException("the chat template renders a conversation that is to be answered in another way");
        var literal = _locator.Locate(messages, said).Select(region => region.Range);
        return Array.ConvertAll(tokenizer.Encode(prompt, [.. literal]), span => span.Id);
    }
}
