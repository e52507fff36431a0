namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Reads <c>decoder</c>: ByteLevel for a model of bytes; replacements, byte fallback and fusing for one of characters.</summary>
internal static class DecoderReader
{
    // The steps in the only order in which they are taken.
    private static readonly string[] Order = ["Replace", "ByteFallback", "Fuse"];

    public static ITokenDecoder Read(JsonField root, bool byteLevel)
    {
        var decoder = root.Required("decoder");
        var type = decoder.Required("type");
        if (byteLevel)
            return type.Text() == "ByteLevel" ? new ByteLevelDecoder() : throw type.Refuse($"is '{type.Text()}', but pre_tokenizer is ByteLevel");
        return type.Text() switch
        {
            "Metaspace" => new CharacterDecoder([new Replacement(Metaspace.Mark(decoder).ToString(), " ")], byteFallback: false),
            "Sequence" => ReadSteps([.. decoder.Required("decoders").Items()]),
            _ => ReadSteps([decoder]),
        };
    }

    private static CharacterDecoder ReadSteps(JsonField[] steps)
    {
        var last = 0;
        foreach (var step in steps)
        {
            var type = step.Required("type");
            var place = Array.IndexOf(Order, type.Text());
            if (place < last)
                throw type.Refuse($"is '{type.Text()}'; only Replace, then ByteFallback, then Fuse is supported");
            last = place;
        }
        return new CharacterDecoder(
            [.. steps.Where(step => TypeOf(step) == "Replace").Select(NormalizerReader.ReadReplacement)],
            steps.Any(step => TypeOf(step) == "ByteFallback"));
    }

    private static string TypeOf(JsonField step) => step.Required("type").Text();
}
