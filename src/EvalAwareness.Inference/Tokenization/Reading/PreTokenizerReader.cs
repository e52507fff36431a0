using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>
/// Reads <c>pre_tokenizer</c>. For a model of bytes: a Split followed by ByteLevel, or ByteLevel with its own pattern.
/// For a model of characters: a Split, a Metaspace, or none.
/// </summary>
internal static class PreTokenizerReader
{
    private const int LongestPattern = 4_000;

    public static PreTokenizer Read(JsonField root)
    {
        if (root.Optional("pre_tokenizer") is not { } field)
            return new PreTokenizer(null, null, byteLevel: false);
        var types = Steps(field).ToLookup(TypeOf);
        if (types.FirstOrDefault(type => type.Key is not ("Split" or "ByteLevel" or "Metaspace")) is { } other)
            throw other.First().Required("type").Refuse($"is '{other.Key}'; only Split, ByteLevel and Metaspace are supported");
        JsonField[] splits = [.. types["Split"]], byteLevels = [.. types["ByteLevel"]], metaspaces = [.. types["Metaspace"]];
        return (splits, byteLevels, metaspaces) switch
        {
            ([var split], [], []) => new PreTokenizer(ReadSplit(split), null, byteLevel: false),
            ([], [], [var metaspace]) => ReadMetaspace(metaspace),
            ([] or [_], [var byteLevel], []) => new PreTokenizer(BeforeBytes(splits, byteLevel), null, byteLevel: true),
            _ => throw field.Refuse("is not one Metaspace, one Split, or one ByteLevel after at most one Split"),
        };
    }

    private static IEnumerable<JsonField> Steps(JsonField field) =>
        TypeOf(field) == "Sequence" ? field.Required("pretokenizers").Items() : [field];

    private static string TypeOf(JsonField step) => step.Required("type").Text();

    private static PreTokenizer ReadMetaspace(JsonField metaspace)
    {
        var mark = Metaspace.Mark(metaspace);
        var splitter = metaspace.Flag("split", missing: true)
            ? new WordSplitter(Regex.Escape(mark.ToString()), SplitBehavior.MergedWithNext)
            : null;
        return new PreTokenizer(splitter, mark, byteLevel: false);
    }

    private static WordSplitter BeforeBytes(JsonField[] splits, JsonField byteLevel)
    {
        if (byteLevel.Flag("add_prefix_space", missing: true))
            throw byteLevel.Refuse("has add_prefix_space, which is not supported");
        var ownPattern = byteLevel.Flag("use_regex", missing: true);
        if (ownPattern == splits.Length > 0)
            throw byteLevel.Refuse("must have use_regex exactly when no Split comes before it");
        return ownPattern ? new WordSplitter(WordSplitter.Gpt2Pattern) : ReadSplit(splits[0]);
    }

    private static WordSplitter ReadSplit(JsonField split)
    {
        var pattern = split.Required("pattern");
        var regex = pattern.Optional("Regex") ?? pattern.Required("String");
        if (regex.Text().Length is 0 or > LongestPattern)
            throw regex.Refuse($"is not 1 to {LongestPattern} characters long");
        var isPlain = pattern.Optional("Regex") is null;
        if (!isPlain && SplitPattern.Foreign(regex.Text()) is { } foreign)
            throw regex.Refuse($"has '{foreign}', which may mean another thing here than to Hugging Face's tokenizers");
        try
        {
            return new WordSplitter(isPlain ? Regex.Escape(regex.Text()) : regex.Text(), Behavior(split));
        }
        catch (ArgumentException problem)
        {
            throw regex.Refuse($"is not a usable regular expression: {problem.Message}");
        }
    }

    private static SplitBehavior Behavior(JsonField split)
    {
        var behavior = split.Required("behavior");
        return (behavior.Text(), split.Flag("invert")) switch
        {
            ("Isolated", _) => SplitBehavior.Isolated,
            ("Removed", true) => SplitBehavior.MatchesOnly,
            ("MergedWithPrevious", false) => SplitBehavior.MergedWithPrevious,
            ("MergedWithNext", false) => SplitBehavior.MergedWithNext,
            var (other, inverted) => throw behavior.Refuse($"is '{other}' with invert {(inverted ? "true" : "false")}, which is not supported"),
        };
    }
}
