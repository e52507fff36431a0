using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Tokenization;

/// <summary>Writes a trained vocabulary as the tokenizer files of a Hugging Face folder.</summary>
public static class TokenizerWriter
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <c>tokenizer.json</c>, and <c>tokenizer_config.json</c> with the template of <see cref="ChatMl"/>.</summary>
    /// <param name="contextLength">Most tokens the model can read.</param>
    public static void Save(TrainedBpe bpe, string folder, int contextLength)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "tokenizer.json"), Tokenizer(bpe).ToJsonString(Readable));
        File.WriteAllText(Path.Combine(folder, "tokenizer_config.json"), Configuration(bpe, contextLength).ToJsonString(Readable));
    }

    private static JsonObject Tokenizer(TrainedBpe bpe) => new()
    {
        ["version"] = "1.0",
        ["truncation"] = null,
        ["padding"] = null,
        ["added_tokens"] = new JsonArray(
            [.. bpe.SpecialTokens.Select((content, index) => AddedToken(bpe.Tokens.Count + index, content))]),
        ["normalizer"] = new JsonObject { ["type"] = "NFC" },
        ["pre_tokenizer"] = new JsonObject
        {
            ["type"] = "Sequence",
            ["pretokenizers"] = new JsonArray(Split(), ByteLevel()),
        },
        ["post_processor"] = ByteLevel(),
        ["decoder"] = ByteLevel(),
        ["model"] = Model(bpe),
    };

    private static JsonObject AddedToken(int id, string content)
    {
        var token = AddedToken(content);
        token.Insert(0, "id", id);
        return token;
    }

    private static JsonObject AddedToken(string content) => new()
    {
        ["content"] = content,
        ["single_word"] = false,
        ["lstrip"] = false,
        ["rstrip"] = false,
        ["normalized"] = false,
        ["special"] = true,
    };

    private static JsonObject Split() => new()
    {
        ["type"] = "Split",
        ["pattern"] = new JsonObject { ["Regex"] = WordSplitter.Qwen2Pattern },
        ["behavior"] = "Isolated",
        ["invert"] = false,
    };

    private static JsonObject ByteLevel() => new()
    {
        ["type"] = "ByteLevel",
        ["add_prefix_space"] = false,
        ["trim_offsets"] = false,
        ["use_regex"] = false,
    };

    private static JsonObject Model(TrainedBpe bpe) => new()
    {
        ["type"] = "BPE",
        ["dropout"] = null,
        ["unk_token"] = null,
        ["continuing_subword_prefix"] = "",
        ["end_of_word_suffix"] = "",
        ["fuse_unk"] = false,
        ["byte_fallback"] = false,
        ["ignore_merges"] = false,
        ["vocab"] = new JsonObject(bpe.Tokens.Select((token, id) => KeyValuePair.Create(token, (JsonNode?)id))),
        ["merges"] = new JsonArray([.. bpe.Merges.Select(merge => JsonValue.Create($"{merge.Left} {merge.Right}"))]),
    };

    private static JsonObject Configuration(TrainedBpe bpe, int contextLength) => new()
    {
        ["add_bos_token"] = false,
        ["add_prefix_space"] = false,
        ["added_tokens_decoder"] = new JsonObject(bpe.SpecialTokens.Select((content, index) =>
            KeyValuePair.Create($"{bpe.Tokens.Count + index}", (JsonNode?)AddedToken(content)))),
        ["bos_token"] = null,
        ["chat_template"] = ChatMl.Template,
        ["clean_up_tokenization_spaces"] = false,
        ["eos_token"] = ChatMl.TurnEnd,
        ["errors"] = "replace",
        ["model_max_length"] = contextLength,
        ["pad_token"] = ChatMl.EndOfText,
        ["split_special_tokens"] = false,
        ["tokenizer_class"] = "Qwen2Tokenizer",
        ["unk_token"] = null,
    };
}
