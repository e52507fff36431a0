using System.Text.Json;
using EvalAwareness.Inference.Tokenization.AddedTokens;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Finds the token that stands at the beginning of every encoded text, if the tokenizer has one.</summary>
internal static class BosReader
{
    public static int? Read(string folder, JsonField root, IReadOnlyList<AddedToken> added) =>
        FromTemplate(root, added) ?? FromConfiguration(folder, added);

    private static int? FromTemplate(JsonField root, IReadOnlyList<AddedToken> added)
    {
        if (root.Optional("post_processor") is not { } processor)
            return null;
        var steps = processor.Required("type").Text() == "Sequence" ? processor.Required("processors").Items() : [processor];
        int? bos = null;
        foreach (var step in steps)
        {
            var type = step.Required("type");
            bos = type.Text() switch
            {
                "ByteLevel" => bos,
                "TemplateProcessing" when bos is null => SpecialBeforeText(step, added),
                "TemplateProcessing" => throw type.Refuse("stands there twice"),
                var other => throw type.Refuse($"is '{other}'; only ByteLevel and TemplateProcessing are supported"),
            };
        }
        return bos;
    }

    private static int? SpecialBeforeText(JsonField template, IReadOnlyList<AddedToken> added)
    {
        var single = template.Required("single");
        var pieces = single.Items().ToArray();
        var before = pieces.TakeWhile(piece => piece.Optional("Sequence") is null).ToArray();
        if (before.Length > 1 || before.Length + 1 != pieces.Length)
            throw single.Refuse("is not the text with at most one special token before it");
        if (before.Length == 0)
            return null;
        var name = before[0].Required("SpecialToken").Required("id");
        var bos = Find(name, added);
        // The ids stand in a table of the template too, which is the one that Hugging Face's tokenizers write.
        var ids = template.Required("special_tokens").Required(name.Text()).Required("ids");
        return ids.Items().Select(id => id.Integer()).SequenceEqual([bos])
            ? bos
            : throw ids.Refuse($"is not {bos} alone, the id of '{name.Text()}' in added_tokens");
    }

    private static int? FromConfiguration(string folder, IReadOnlyList<AddedToken> added)
    {
        var path = Path.Combine(folder, "tokenizer_config.json");
        if (!File.Exists(path))
            return null;
        var configuration = JsonField.ReadFile(path);
        return configuration.Flag("add_bos_token") ? Find(configuration.Required("bos_token"), added) : null;
    }

    private static int Find(JsonField name, IReadOnlyList<AddedToken> added)
    {
        // An added token is written as its text, or as an object that holds it.
        var content = name.Value.ValueKind == JsonValueKind.Object ? name.Required("content") : name;
        return added.FirstOrDefault(token => token.Content == content.Text())?.Id
            ?? throw content.Refuse($"is '{content.Text()}', which is not an added token");
    }
}
