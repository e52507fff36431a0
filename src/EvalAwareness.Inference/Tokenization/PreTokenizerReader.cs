using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Reads <c>pre_tokenizer</c>: a Split followed by ByteLevel, or ByteLevel with its own pattern.</summary>
internal static class PreTokenizerReader
{
    public static string SplitPattern(JsonField preTokenizer)
    {
        JsonField[] steps = TypeOf(preTokenizer) == "Sequence" ? [.. preTokenizer.Required("pretokenizers").Items()] : [preTokenizer];
        var splits = steps.Where(step => TypeOf(step) == "Split").ToArray();
        var byteLevels = steps.Where(step => TypeOf(step) == "ByteLevel").ToArray();
        if (steps.FirstOrDefault(step => TypeOf(step) is not ("Split" or "ByteLevel")) is { File: not null } other)
            throw other.Required("type").Refuse($"is '{TypeOf(other)}'; only Split and ByteLevel are supported");
        if (splits.Length > 1 || byteLevels.Length != 1)
            throw preTokenizer.Refuse("is not one ByteLevel after at most one Split");
        return Pattern(splits, byteLevels[0]);
    }

    private static string TypeOf(JsonField step) => step.Required("type").Text();

    private static string Pattern(JsonField[] splits, JsonField byteLevel)
    {
        if (byteLevel.Flag("add_prefix_space", missing: true))
            throw byteLevel.Refuse("has add_prefix_space, which is not supported");
        var ownPattern = byteLevel.Flag("use_regex", missing: true);
        if (ownPattern == splits.Length > 0)
            throw byteLevel.Refuse("must have use_regex exactly when no Split comes before it");
        return ownPattern ? WordSplitter.Gpt2Pattern : Pattern(splits[0]);
    }

    private static string Pattern(JsonField split)
    {
        var behavior = split.Required("behavior");
        // Keeping the matches and dropping nothing: the two ways in which exporters write it.
        if ((behavior.Text(), split.Flag("invert")) is not (("Isolated", false) or ("Removed", true)))
            throw behavior.Refuse($"is '{behavior.Text()}'; only Isolated, or Removed with invert, is supported");
        var regex = split.Required("pattern").Required("Regex");
        try
        {
            _ = new Regex(regex.Text());
            return regex.Text();
        }
        catch (ArgumentException problem)
        {
            throw regex.Refuse($"is not a usable regular expression: {problem.Message}");
        }
    }
}
