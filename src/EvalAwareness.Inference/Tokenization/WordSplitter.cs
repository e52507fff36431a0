using System.Diagnostics;
using System.Text.RegularExpressions;
using EvalAwareness.Core;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Cuts text into the words that BPE merges within: what Hugging Face calls a Split pre-tokenizer.</summary>
public sealed class WordSplitter
{
    /// <summary>The split pattern of Qwen2 and its successors.</summary>
    public const string Qwen2Pattern =
        @"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+";

    /// <summary>The pattern that a ByteLevel pre-tokenizer brings along when it is told to use its own.</summary>
    public const string Gpt2Pattern =
        @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    // Real patterns take microseconds a match. The engine that never backtracks cannot look ahead, as they do.
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(2);

    // A text has many matches: for each of its characters it may take so much longer, a hundred times what real patterns take.
    private static readonly TimeSpan LongestCharacter = TimeSpan.FromMicroseconds(100);

    private readonly Regex _regex;
    private readonly SplitBehavior _behavior;
    private readonly bool _ignoresCase;

    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    public WordSplitter(string pattern, SplitBehavior behavior = SplitBehavior.Isolated)
    {
        _regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant, LongestMatch);
        _behavior = behavior;
        _ignoresCase = pattern.Contains("(?i", StringComparison.Ordinal);
    }

    /// <summary>The words of a text in order; together they cover it, unless only matches are kept.</summary>
    /// <param name="text">Valid UTF-16.</param>
    /// <exception cref="ItemException">The pattern does not come to an end on this text.</exception>
    public List<TextRange> Split(string text)
    {
        // Unicode's case folding, by which the patterns of Qwen and Llama are meant, takes the long s for an s; .NET does not.
        var fold = SupplementaryFold.Of(_ignoresCase ? text.Replace('\u017F', 's') : text);
        var words = new WordList(_behavior, text.Length / 4 + 1);
        var end = 0;
        var (clock, longest) = (Stopwatch.StartNew(), LongestMatch + text.Length * LongestCharacter);
        try
        {
            foreach (var match in _regex.EnumerateMatches(fold.Text))
            {
                if (clock.Elapsed > longest)
                    throw new RegexMatchTimeoutException();
                words.Add(Source(end, match.Index), isMatch: false);
                words.Add(Source(match.Index, end = match.Index + match.Length), isMatch: true);
            }
        }
        catch (RegexMatchTimeoutException problem)
        {
            throw new ItemException("the tokenizer's split pattern does not come to an end on this text", problem);
        }
        words.Add(Source(end, fold.Text.Length), isMatch: false);
        return words.Ranges;

        TextRange Source(int from, int to) => new(fold.ToSource(from), fold.ToSource(to));
    }
}
