namespace EvalAwareness.Inference.Tokenization;

/// <summary>Reads <c>normalizer</c>: none, or Unicode normal form C.</summary>
internal static class NormalizerReader
{
    public static bool NormalizesToFormC(JsonField root) => root.Optional("normalizer") is { } normalizer && IsFormC(normalizer);

    private static bool IsFormC(JsonField normalizer)
    {
        var type = normalizer.Required("type");
        return type.Text() switch
        {
            "NFC" => true,
            "Sequence" => normalizer.Required("normalizers").Items().Count(IsFormC) > 0,
            var other => throw type.Refuse($"is '{other}'; only NFC is supported"),
        };
    }
}
