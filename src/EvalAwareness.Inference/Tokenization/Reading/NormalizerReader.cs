namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Reads <c>normalizer</c>: Unicode normal form C, replacements of plain texts, a sequence of them, or none.</summary>
internal static class NormalizerReader
{
    // Each occurrence grows to this at most.
    private const int LongestContent = 64;

    public static TextNormalizer Read(JsonField root) =>
        new(root.Optional("normalizer") is { } normalizer ? [.. Steps(normalizer)] : []);

    private static IEnumerable<Func<string, AlignedText>> Steps(JsonField normalizer)
    {
        var type = normalizer.Required("type");
        return type.Text() switch
        {
            "NFC" => [FormC.Align],
            "Replace" => [ReadReplacement(normalizer).Align],
            "Sequence" => normalizer.Required("normalizers").Items().SelectMany(Steps),
            var other => throw type.Refuse($"is '{other}'; only NFC and Replace are supported"),
        };
    }

    /// <summary>Reads a Replace step, which decoders have too.</summary>
    public static Replacement ReadReplacement(JsonField replace)
    {
        var (pattern, content) = (replace.Required("pattern").Required("String"), replace.Required("content"));
        if (pattern.Text().Length == 0)
            throw pattern.Refuse("is empty");
        if (content.Text().Length > LongestContent)
            throw content.Refuse($"is longer than {LongestContent} characters");
        return new Replacement(pattern.Text(), content.Text());
    }
}
