using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

public sealed class TokenizerRefusalTests
{
    [Theory]
    [InlineData("model", null, "model is missing")]
    [InlineData("model.type", "\"WordPiece\"", "model.type is 'WordPiece'; only BPE is supported")]
    [InlineData("model.type", "7", "model.type is not a JSON string")]
    [InlineData("model.byte_fallback", "true", "model.byte_fallback is true")]
    [InlineData("model.end_of_word_suffix", "\"</w>\"", "model.end_of_word_suffix is not supported")]
    [InlineData("model.vocab", "{\"a\": 0}", "model.vocab lacks the byte token")]
    [InlineData("model.vocab.the", "1", "model.vocab.the is 1, which is negative or taken")]
    [InlineData("model.vocab.the", "1.5", "model.vocab.the is not a whole number")]
    [InlineData("model.merges", "[\"t h e\"]", "model.merges[0] is not a pair of tokens")]
    [InlineData("model.merges", "[[\"t\"]]", "model.merges[0] is not a pair of tokens")]
    [InlineData("model.merges", "[\"q q\"]", "model.merges[0] needs token 'qq'")]
    [InlineData("model.merges", "[\"t h\", [\"t\", \"h\"]]", "model.merges[1] repeats an earlier merge")]
    [InlineData("normalizer", "{\"type\": \"Lowercase\"}", "normalizer.type is 'Lowercase'; only NFC is supported")]
    [InlineData("pre_tokenizer", null, "pre_tokenizer is missing")]
    [InlineData("pre_tokenizer", "{\"type\": \"Metaspace\"}", "pre_tokenizer.type is 'Metaspace'")]
    [InlineData("pre_tokenizer", "{\"type\": \"ByteLevel\"}", "pre_tokenizer has add_prefix_space")]
    [InlineData("pre_tokenizer", "{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": false}", "pre_tokenizer must have use_regex")]
    [InlineData("pre_tokenizer.pretokenizers", "[]", "pre_tokenizer is not one ByteLevel after at most one Split")]
    [InlineData("pre_tokenizer.pretokenizers.0.behavior", "\"Contiguous\"", "pre_tokenizer.pretokenizers[0].behavior is 'Contiguous'")]
    [InlineData("pre_tokenizer.pretokenizers.0.pattern.Regex", "\"(\"", "pre_tokenizer.pretokenizers[0].pattern.Regex is not a usable regular expression")]
    [InlineData("added_tokens.0.id", "5", "added_tokens[0].id is 5, which is negative or taken")]
    [InlineData("added_tokens.0.content", "\"\"", "added_tokens[0].content is empty")]
    [InlineData("added_tokens.0.lstrip", "true", "added_tokens[0].lstrip is true, which is not supported")]
    [InlineData("added_tokens.0.special", "\"yes\"", "added_tokens[0].special is not true or false")]
    [InlineData("post_processor", "{\"type\": \"BertProcessing\"}", "post_processor.type is 'BertProcessing'")]
    [InlineData("post_processor", "{\"type\": \"TemplateProcessing\", \"single\": [{\"Sequence\": {}}, {\"SpecialToken\": {}}]}", "post_processor.single is not the text")]
    [InlineData("post_processor", "{\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"<s>\"}}, {\"Sequence\": {}}]}", "is '<s>', which is not an added token")]
    public void A_field_that_cannot_be_used_is_named(string path, string? value, string message)
    {
        using var folder = new TokenizerFolder(tokenizer => Set(tokenizer, path, value));
        var refused = Assert.Throws<RefusedException>(() => HuggingFaceTokenizer.Load(folder.Path));
        Assert.StartsWith("tokenizer.json: ", refused.Message);
        Assert.Contains(message, refused.Message);
    }

    [Fact]
    public void A_beginning_that_is_no_token_is_refused()
    {
        using var folder = new TokenizerFolder(configuration: configuration =>
        {
            configuration["add_bos_token"] = true;
            configuration["bos_token"] = "<s>";
        });
        AssertRefused(folder, "tokenizer_config.json: bos_token is '<s>', which is not an added token");
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_refused()
    {
        using var folder = new TokenizerFolder();
        folder.Write("tokenizer.json", "{\"model\": ");
        AssertRefused(folder, "tokenizer.json: not valid JSON");
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        using var folder = new TokenizerFolder();
        File.Delete(Path.Combine(folder.Path, "tokenizer.json"));
        AssertRefused(folder, "tokenizer.json: not found");
    }

    [Fact]
    public void A_file_that_holds_no_object_is_refused()
    {
        using var folder = new TokenizerFolder();
        folder.Write("tokenizer.json", "[]");
        AssertRefused(folder, "tokenizer.json: the file is not a JSON object");
    }

    private static void AssertRefused(TokenizerFolder folder, string message) =>
        Assert.Contains(message, Assert.Throws<RefusedException>(() => HuggingFaceTokenizer.Load(folder.Path)).Message);

    private static void Set(JsonNode root, string path, string? json)
    {
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (json is null)
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = JsonNode.Parse(json);
    }
}
