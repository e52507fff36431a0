using System.Text.Json;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Reads the tokenizer of a Hugging Face folder and refuses what this project cannot do exactly.</summary>
internal static class TokenizerReader
{
    public static TokenizerDefinition Read(string folder)
    {
        var root = JsonField.ReadFile(Path.Combine(folder, "tokenizer.json"));
        var model = root.Required("model");
        RefuseOtherModels(model);
        var vocabulary = Vocabulary(model.Required("vocab"));
        var added = AddedTokens(root, vocabulary);
        return new TokenizerDefinition(
            vocabulary,
            Merges(model.Required("merges"), vocabulary),
            model.Flag("ignore_merges"),
            NormalizerReader.NormalizesToFormC(root),
            PreTokenizerReader.SplitPattern(root.Required("pre_tokenizer")),
            added,
            BosReader.Read(folder, root, added));
    }

    private static void RefuseOtherModels(JsonField model)
    {
        if (model.Required("type") is var type && type.Text() != "BPE")
            throw type.Refuse($"is '{type.Text()}'; only BPE is supported");
        if (model.Flag("byte_fallback"))
            throw model.Required("byte_fallback").Refuse("is true; only byte-level BPE is supported");
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
            if (id.Integer() < 0 || !ids.Add(id.Integer()))
                throw id.Refuse($"is {id.Integer()}, which is negative or taken");
            vocabulary[token] = id.Integer();
        }
        if (ByteAlphabet.Tokens.FirstOrDefault(token => !vocabulary.ContainsKey(token)) is { } missing)
            throw field.Refuse($"lacks the byte token '{missing}'; only byte-level BPE is supported");
        return vocabulary;
    }

    private static List<string> Merges(JsonField field, Dictionary<string, int> vocabulary)
    {
        var merges = new List<string>();
        var known = new HashSet<string>();
        foreach (var merge in field.Items())
        {
            // Older files write "left right", newer ones ["left", "right"].
            string[] pair = merge.Value.ValueKind == JsonValueKind.Array
                ? [.. merge.Items().Select(part => part.Text())]
                : merge.Text().Split(' ');
            if (pair.Length != 2 || pair.Any(part => part.Length == 0))
                throw merge.Refuse("is not a pair of tokens");
            if (new[] { pair[0], pair[1], pair[0] + pair[1] }.FirstOrDefault(token => !vocabulary.ContainsKey(token)) is { } unknown)
                throw merge.Refuse($"needs token '{unknown}', which is not in the vocabulary");
            if (!known.Add($"{pair[0]} {pair[1]}"))
                throw merge.Refuse("repeats an earlier merge");
            merges.Add($"{pair[0]} {pair[1]}");
        }
        return merges;
    }

    private static List<AddedToken> AddedTokens(JsonField root, Dictionary<string, int> vocabulary)
    {
        var added = new List<AddedToken>();
        var idsOfVocabulary = vocabulary.ToDictionary(entry => entry.Value, entry => entry.Key);
        foreach (var token in root.Optional("added_tokens")?.Items() ?? [])
        {
            var (id, content) = (token.Required("id"), token.Required("content"));
            if (content.Text().Length == 0)
                throw content.Refuse("is empty");
            if (id.Integer() < 0 || added.Any(other => other.Id == id.Integer())
                || idsOfVocabulary.TryGetValue(id.Integer(), out var taken) && taken != content.Text())
                throw id.Refuse($"is {id.Integer()}, which is negative or taken");
            foreach (var name in (string[])["single_word", "lstrip", "rstrip"])
            {
                if (token.Flag(name))
                    throw token.Required(name).Refuse("is true, which is not supported");
            }
            added.Add(new AddedToken(id.Integer(), content.Text(), token.Flag("special")));
        }
        return added;
    }
}
