using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization.Segments;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>
/// Tokenizes transcripts as the target model reads them. The rendering is encoded in one go, so that merges across the
/// edges of a text happen as they do in the model's own pipeline; but what looks like a special token inside somebody's
/// text is encoded as ordinary characters: a transcript must not be able to end its own turn.
/// Offsets of tool-call tokens count in the rendered block of the message's calls.
/// </summary>
public sealed class TranscriptTokenizer(HuggingFaceTokenizer tokenizer, ChatTemplate template) : ITranscriptTokenizer
{
    private readonly SegmentLocator _locator = new(template);
    private readonly ToolCallBlocks _toolCallBlocks = new(GenerationPrompt(template));

    /// <summary>Reads the tokenizer and the chat template of a Hugging Face folder.</summary>
    /// <exception cref="RefusedException">One of them is missing, malformed or not supported.</exception>
    public static TranscriptTokenizer Load(string folder) => new(HuggingFaceTokenizer.Load(folder), ChatTemplate.Load(folder));

    public TokenizedTranscript Tokenize(Transcript transcript)
    {
        if (transcript.Messages.All(message => message is { Content: "", Reasoning: "", ToolCalls.Count: 0 }))
            throw new ItemException("no message has any content");
        var rendered = template.Render(transcript.Messages, addGenerationPrompt: false);
        var regions = _locator.Locate(transcript.Messages, rendered);
        var spans = tokenizer.Encode(rendered, [.. regions.Select(region => region.Range)]);
        _toolCallBlocks.Widen(regions, rendered, SpecialTokens(spans));
        return new TokenizedTranscript(transcript, TokenAssigner.Assign(spans, regions, rendered));
    }

    private TextRange[] SpecialTokens(TokenSpan[] spans) =>
        [.. spans.Where(span => tokenizer.SpecialIds.Contains(span.Id)).Select(span => new TextRange(span.Start, span.End))];

    private static string GenerationPrompt(ChatTemplate template)
    {
        try
        {
            Message[] messages = [new(Role.User, "?")];
            var without = template.Render(messages, addGenerationPrompt: false);
            var with = template.Render(messages, addGenerationPrompt: true);
            return with.StartsWith(without, StringComparison.Ordinal) ? with[without.Length..] : "";
        }
        catch (ItemException)
        {
            // A template that refuses so short a conversation may still render others.
            return "";
        }
    }
}
