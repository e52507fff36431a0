using EvalAwareness.Inference.Tokenization.Merging;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Reads <c>model</c>: BPE over bytes, or over characters with byte tokens or an unknown token for the rest.</summary>
internal static class BpeModelReader
{
    // The largest vocabularies have a quarter of a million; a table with a place for every id is kept small.
    private const int HighestId = 4_000_000;

    public static BpeModel Read(JsonField model, bool byteLevel)
    {
        RefuseOtherModels(model, byteLevel);
        var vocabulary = Vocabulary(model.Required("vocab"));
        var byteFallback = model.Flag("byte_fallback");
        if (byteLevel || byteFallback)
            RequireBytes(model.Required("vocab"), vocabulary, byteLevel ? ByteAlphabet.Tokens : ByteTokens.All);
        return new BpeModel(
            vocabulary,
            Merges(model.Required("merges"), vocabulary),
            model.Flag("ignore_merges"),
            byteFallback,
            byteLevel || byteFallback ? null : UnknownId(model, vocabulary),
            model.Flag("fuse_unk"));
    }

    /// <summary>An id that a table may have a place for.</summary>
    public static int Id(JsonField id) =>
        id.Integer() is >= 0 and <= HighestId and var value ? value : throw id.Refuse($"is {id.Integer()}, which is not from 0 to {HighestId}");

    private static void RefuseOtherModels(JsonField model, bool byteLevel)
    {
        if (model.Required("type") is var type && type.Text() != "BPE")
            throw type.Refuse($"is '{type.Text()}'; only BPE is supported");
        if (byteLevel && model.Flag("byte_fallback"))
            throw model.Required("byte_fallback").Refuse("is true, but pre_tokenizer is ByteLevel");
        if (model.Optional("dropout") is { } dropout && dropout.Number() != 0)
            throw dropout.Refuse("is not 0: encoding would be random");
        foreach (var name in (string[])["continuing_subword_prefix", "end_of_word_suffix"])
        {
            if (model.Optional(name) is { } affix && affix.Text().Length > 0)
                throw affix.Refuse("is not supported");
        }
    }

    private static Dictionary<string, int> Vocabulary(JsonField field)
    {
        var vocabulary = new Dictionary<string, int>();
        var ids = new HashSet<int>();
        foreach (var (token, id) in field.Members())
        {
            if (!ids.Add(Id(id)))
                throw id.Refuse($"is {id.Integer()}, which is taken");
            if (!vocabulary.TryAdd(token, id.Integer()))
                throw id.Refuse("stands there twice");
        }
        return vocabulary.Count > 0 ? vocabulary : throw field.Refuse("is empty");
    }

    private static void RequireBytes(JsonField field, Dictionary<string, int> vocabulary, IEnumerable<string> tokens)
    {
        if (tokens.FirstOrDefault(token => !vocabulary.ContainsKey(token)) is { } missing)
            throw field.Refuse($"lacks the byte token '{missing}'");
    }

    private static int UnknownId(JsonField model, Dictionary<string, int> vocabulary)
    {
        var unknown = model.Optional("unk_token")
            ?? throw model.Refuse("has neither a ByteLevel pre_tokenizer before it, nor byte_fallback, nor unk_token: characters would get lost");
        return vocabulary.TryGetValue(unknown.Text(), out var id) ? id : throw unknown.Refuse($"is '{unknown.Text()}', which is not in the vocabulary");
    }

    private static List<Merge> Merges(JsonField field, Dictionary<string, int> vocabulary)
    {
        var merges = new List<Merge>();
        var known = new HashSet<(int, int)>();
        foreach (var item in field.Items())
        {
            var (left, right) = Pair(item);
            var merge = new Merge(Find(item, left, vocabulary), Find(item, right, vocabulary), Find(item, left + right, vocabulary));
            if (!known.Add((merge.Left, merge.Right)))
                throw item.Refuse("repeats an earlier merge");
            merges.Add(merge);
        }
        return merges;
    }

    // Older files write "left right", newer ones ["left", "right"].
    private static (string Left, string Right) Pair(JsonField merge)
    {
        string[] pair = merge.IsArray ? [.. merge.Items().Select(part => part.Text())] : merge.Text().Split(' ');
        return pair is [{ Length: > 0 } left, { Length: > 0 } right] ? (left, right) : throw merge.Refuse("is not a pair of tokens");
    }

    private static int Find(JsonField merge, string token, Dictionary<string, int> vocabulary) =>
        vocabulary.TryGetValue(token, out var id) ? id : throw merge.Refuse($"needs token '{token}', which is not in the vocabulary");
}
