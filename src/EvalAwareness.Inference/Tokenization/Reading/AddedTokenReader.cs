using EvalAwareness.Inference.Tokenization.AddedTokens;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Reads <c>added_tokens</c>.</summary>
internal static class AddedTokenReader
{
    public static List<AddedToken> Read(JsonField root, IReadOnlyDictionary<string, int> vocabulary, TextNormalizer normalizer)
    {
        var added = new List<AddedToken>();
        var found = new HashSet<(bool Normalized, string Text)>();
        var taken = vocabulary.Values.ToHashSet();
        foreach (var field in root.Optional("added_tokens")?.Items() ?? [])
        {
            var token = Read(field, normalizer);
            var (id, content) = (field.Required("id"), field.Required("content"));
            var inVocabulary = vocabulary.TryGetValue(token.Content, out var known);
            if (inVocabulary && known != token.Id)
                throw id.Refuse($"is {token.Id}, but '{token.Content}' is {known} in the vocabulary");
            if (!inVocabulary && !taken.Add(token.Id))
                throw id.Refuse($"is {token.Id}, which is taken");
            if (!found.Add((token.Normalized, token.Text)))
                throw content.Refuse($"is '{token.Content}', which an earlier token is found by");
            added.Add(token);
        }
        return added;
    }

    private static AddedToken Read(JsonField token, TextNormalizer normalizer)
    {
        var content = token.Required("content");
        var normalized = token.Flag("normalized");
        var text = normalized ? normalizer.Normalize(content.Text()).Text : content.Text();
        if (text.Length == 0)
            throw content.Refuse("is empty");
        return new AddedToken(
            BpeModelReader.Id(token.Required("id")),
            content.Text(),
            text,
            token.Flag("special"),
            token.Flag("single_word"),
            token.Flag("lstrip"),
            token.Flag("rstrip"),
            normalized);
    }
}
