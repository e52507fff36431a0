using System.Text.RegularExpressions;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Claims;

/// <summary>The names of people, places and things, as the grammar's word lists have them.</summary>
internal static partial class Entities
{
    private static readonly ILookup<string, IReadOnlyList<string>> ListsByName = ReadLists();
    private static readonly Regex AnyName = Alternation(ListsByName.Select(lists => lists.Key));

    /// <summary>Every name in a part of <paramref name="text"/>, with its first character; of two that overlap the longer one.</summary>
    public static IEnumerable<(string Name, int Start)> In(string text, Range where)
    {
        var (start, length) = where.GetOffsetAndLength(text.Length);
        return AnyName.Matches(text.Substring(start, length)).Select(match => (match.Value, start + match.Index));
    }

    /// <summary>The names that could have stood in the same slot.</summary>
    public static IEnumerable<string> OthersLike(string name) =>
        ListsByName[name].SelectMany(list => list).Where(other => other != name);

    private static ILookup<string, IReadOnlyList<string>> ReadLists()
    {
        string[] files = [.. Enum.GetValues<Family>().Select(family => family.Name()), "voice"];
        var blocks = files.SelectMany(GrammarText.Read).ToLookup(block => block.Heading == "words");
        var plain = string.Join('\n', blocks[false].SelectMany(block => block.Lines).Select(line => Slot().Replace(line.Text, "|")));
        return GrammarText.Read("lexicon").Concat(blocks[true])
            .SelectMany(block => block.Lines)
            .GroupBy(line => line.Key, line => line.Text.Split(", "))
            .Select(lines => (IReadOnlyList<string>)[.. lines.SelectMany(words => words)])
            .SelectMany(list => list.Select(word => (word, list)))
            // A word that the grammar also writes outside of slots ("mail", "main") names nothing by itself.
            .Where(pair => !Words.Contain(plain, pair.word))
            .ToLookup(pair => pair.word, pair => pair.list);
    }

    private static Regex Alternation(IEnumerable<string> names) => new(
        $"(?<![A-Za-z0-9])(?:{string.Join('|', names.OrderByDescending(name => name.Length).Select(Regex.Escape))})(?![A-Za-z0-9])",
        RegexOptions.Compiled);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Slot();
}
