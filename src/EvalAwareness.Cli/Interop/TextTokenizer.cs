using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Cli.Interop;

/// <summary>Tokenizes a plain text as it is: no chat template, the tokenizer's BOS in front where it has one.</summary>
internal sealed class TextTokenizer(HuggingFaceTokenizer tokenizer)
{
    /// <summary>Far above any context length, far below what fills memory.</summary>
    private const int MostBytes = 16 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ItemException">The file holds no text, or too much of it.</exception>
    public TokenizedTranscript Tokenize(Dataset dataset, string path)
    {
        var text = Read(path);
        // What looks like a special token inside a text is ordinary characters, as it is in a transcript.
        var spans = tokenizer.Encode(text, [new TextRange(0, text.Length)], addSpecialTokens: true);
        var document = new Transcript(dataset.Files.Count == 1 ? dataset.Name : dataset.NameOf(path), dataset.Name, dataset.Kind, [], dataset.Sha256);
        return new TokenizedTranscript(document, [.. spans.Select((span, position) => Token(span, position, text))]);
    }

    private static string Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new ItemException($"the text is longer than {MostBytes >> 20} MB");
        try
        {
            var text = Strict.GetString(WithoutMark(File.ReadAllBytes(path)));
            return text.Length > 0 ? text : throw new ItemException("the file is empty");
        }
        catch (DecoderFallbackException)
        {
            throw new ItemException("the file is no UTF-8 text");
        }
    }

    /// <summary>The text without the mark that some editors put before UTF-8.</summary>
    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;

    private TranscriptToken Token(TokenSpan span, int position, string text) => new(
        position, span.Id, span.End > span.Start ? text[span.Start..span.End] : tokenizer.TokenText(span.Id), -1, null, -1, -1);
}
