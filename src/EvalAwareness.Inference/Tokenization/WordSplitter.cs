using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Cuts text into the words that BPE merges within: what Hugging Face calls a Split pre-tokenizer.</summary>
/// <param name="pattern">Matches whole words; what lies between two matches is a word too.</param>
public sealed class WordSplitter(string pattern)
{
    /// <summary>The split pattern of Qwen2 and its successors.</summary>
    public const string Qwen2Pattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    /// <summary>The pattern that a ByteLevel pre-tokenizer brings along when it is told to use its own.</summary>
    public const string Gpt2Pattern =
        @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    private readonly Regex _regex = new(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);

    /// <summary>The words of a text in order; together they cover it.</summary>
    /// <param name="text">Valid UTF-16.</param>
    public List<TextRange> Split(string text)
    {
        var fold = SupplementaryFold.Of(text);
        var words = new List<TextRange>(text.Length / 4 + 1);
        var end = 0;
        foreach (var match in _regex.EnumerateMatches(fold.Text))
        {
            Add(end, match.Index);
            Add(match.Index, end = match.Index + match.Length);
        }
        Add(end, fold.Text.Length);
        return words;

        void Add(int from, int to)
        {
            if (from < to)
                words.Add(new TextRange(fold.ToSource(from), fold.ToSource(to)));
        }
    }
}
