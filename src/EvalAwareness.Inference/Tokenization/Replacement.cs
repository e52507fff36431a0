using System.Text;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Every occurrence of one text replaced by another: what Hugging Face calls Replace.</summary>
/// <param name="pattern">Not empty.</param>
internal sealed class Replacement(string pattern, string content)
{
    public string Apply(string text) => text.Replace(pattern, content, StringComparison.Ordinal);

    public AlignedText Align(string text) => pattern.Length == content.Length && pattern.Length == 1
        ? AlignedText.Unchanged(Apply(text))
        : AlignEach(text);

    private AlignedText AlignEach(string text)
    {
        var written = new StringBuilder(text.Length);
        var origins = new List<TextRange>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var found = string.CompareOrdinal(text, at, pattern, 0, pattern.Length) == 0;
            var source = new TextRange(at, at + (found ? pattern.Length : 1));
            var result = found ? content : text[at].ToString();
            written.Append(result);
            origins.AddRange(Enumerable.Repeat(source, result.Length));
            at = source.End;
        }
        return new AlignedText(written.ToString(), origins);
    }
}
