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
    [InlineData("model.vocab.the", "1", "model.vocab.the is 1, which is taken")]
    [InlineData("model.vocab.the", "-1", "model.vocab.the is -1, which is not from 0 to 4000000")]
    [InlineData("model.vocab.the", "2147483647", "model.vocab.the is 2147483647, which is not from 0 to 4000000")]
    [InlineData("model.vocab.the", "1.5", "model.vocab.the is not a whole number")]
    [InlineData("model.merges", "[\"t h e\"]", "model.merges[0] is not a pair of tokens")]
    [InlineData("model.merges", "[[\"t\"]]", "model.merges[0] is not a pair of tokens")]
    [InlineData("model.merges", "[\"q q\"]", "model.merges[0] needs token 'qq'")]
    [InlineData("model.merges", "[\"t h\", [\"t\", \"h\"]]", "model.merges[1] repeats an earlier merge")]
    [InlineData("normalizer", "{\"type\": \"Lowercase\"}", "normalizer.type is 'Lowercase'; only NFC and Replace are supported")]
    [InlineData("pre_tokenizer", null, "model has neither a ByteLevel pre_tokenizer before it, nor byte_fallback, nor unk_token")]
    [InlineData("pre_tokenizer", "{\"type\": \"Whitespace\"}", "pre_tokenizer.type is 'Whitespace'")]
    [InlineData("pre_tokenizer", "{\"type\": \"ByteLevel\"}", "pre_tokenizer has add_prefix_space")]
    [InlineData("pre_tokenizer", "{\"type\": \"ByteLevel\", \"add_prefix_space\": false, \"use_regex\": false}", "pre_tokenizer must have use_regex")]
    [InlineData("pre_tokenizer.pretokenizers", "[]", "pre_tokenizer is not one Metaspace, one Split, or one ByteLevel after at most one Split")]
    [InlineData("pre_tokenizer.pretokenizers.0.behavior", "\"Contiguous\"", "pre_tokenizer.pretokenizers[0].behavior is 'Contiguous'")]
    [InlineData("pre_tokenizer.pretokenizers.0.pattern.Regex", "\"(\"", "pre_tokenizer.pretokenizers[0].pattern.Regex is not a usable regular expression")]
    [InlineData("pre_tokenizer.pretokenizers.0.pattern.Regex", "\"\\\\w+\"", "pattern.Regex has '\\w', which may mean another thing")]
    [InlineData("pre_tokenizer.pretokenizers.0.pattern.Regex", "\"[a-z&&[^b]]\"", "pattern.Regex has '&&'")]
    [InlineData("pre_tokenizer.pretokenizers.0.pattern.Regex", "\"(?<n>a)\"", "pattern.Regex has '(?'")]
    [InlineData("pre_tokenizer.pretokenizers.0.pattern.Regex", "\"a$\"", "pattern.Regex has '$'")]
    [InlineData("added_tokens.0.id", "5", "added_tokens[0].id is 5, which is taken")]
    [InlineData("added_tokens.0.content", "\"\"", "added_tokens[0].content is empty")]
    [InlineData("added_tokens.0.lstrip", "1", "added_tokens[0].lstrip is not true or false")]
    [InlineData("added_tokens.1.content", "\"<|endoftext|>\"", "added_tokens[1].content is '<|endoftext|>', which an earlier token is found by")]
    [InlineData("added_tokens.1.content", "\"a\"", "added_tokens[1].id is 598, but 'a' is")]
    [InlineData("added_tokens", "[7]", "added_tokens[0] is not a JSON object")]
    [InlineData("model.dropout", "0.1", "model.dropout is not 0: encoding would be random")]
    [InlineData("decoder", null, "decoder is missing")]
    [InlineData("decoder.type", "\"Fuse\"", "decoder.type is 'Fuse', but pre_tokenizer is ByteLevel")]
    [InlineData("added_tokens.0.special", "\"yes\"", "added_tokens[0].special is not true or false")]
    [InlineData("post_processor", "{\"type\": \"BertProcessing\"}", "post_processor.type is 'BertProcessing'")]
    [InlineData("post_processor", "{\"type\": \"TemplateProcessing\", \"single\": [{\"Sequence\": {}}, {\"SpecialToken\": {}}]}", "post_processor.single is not the text")]
    [InlineData("post_processor", "{\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"<s>\"}}, {\"Sequence\": {}}]}", "is '<s>', which is not an added token")]
    [InlineData("post_processor", "{\"type\": \"TemplateProcessing\", \"single\": [{\"SpecialToken\": {\"id\": \"<|im_end|>\"}}, {\"Sequence\": {}}], \"special_tokens\": {\"<|im_end|>\": {\"ids\": [5]}}}", "post_processor.special_tokens.<|im_end|>.ids is not 599 alone")]
    [InlineData("normalizer", "{\"type\": \"Replace\", \"pattern\": {\"String\": \"\"}, \"content\": \"\"}", "normalizer.pattern.String is empty")]
    [InlineData("normalizer", "{\"type\": \"Replace\", \"pattern\": {\"Regex\": \"a\"}, \"content\": \"\"}", "normalizer.pattern.String is missing")]
    public void A_field_that_cannot_be_used_is_named(string path, string? value, string message)
    {
        using var folder = new TokenizerFolder(tokenizer => Set(tokenizer, path, value));
        var refused = Assert.Throws<RefusedException>(() => HuggingFaceTokenizer.Load(folder.Path));
        Assert.StartsWith($"{Path.Combine(folder.Path, "tokenizer.json")}: ", refused.Message);
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
    public void A_split_pattern_that_does_not_come_to_an_end_is_an_item_failure()
    {
        using var folder = new TokenizerFolder(tokenizer => Set(tokenizer, "pre_tokenizer.pretokenizers.0.pattern.Regex", "\"(a+)+b\""));
        var tokenizer = HuggingFaceTokenizer.Load(folder.Path);
        var error = Assert.Throws<ItemException>(() => tokenizer.Encode(new string('a', 60)));
        Assert.Contains("split pattern does not come to an end", error.Message);
    }

    /// <summary>Each of a hundred matches takes a fraction of what one may take, all of them together a multiple.</summary>
    [Fact]
    public void Nor_does_a_pattern_that_is_slow_everywhere()
    {
        using var folder = new TokenizerFolder(tokenizer => Set(tokenizer, "pre_tokenizer.pretokenizers.0.pattern.Regex", "\"(a+)+b|!\""));
        var tokenizer = HuggingFaceTokenizer.Load(folder.Path);
        var error = Assert.Throws<ItemException>(() => tokenizer.Encode(string.Concat(Enumerable.Repeat(new string('a', 22) + "!", 500))));
        Assert.Contains("split pattern does not come to an end", error.Message);
    }

    [Fact]
    public void A_file_that_is_not_JSON_is_refused()
    {
        using var folder = new TokenizerFolder();
        folder.Write("tokenizer.json", "{\"model\": ");
        AssertRefused(folder, "tokenizer.json: no JSON");
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        using var folder = new TokenizerFolder();
        File.Delete(Path.Combine(folder.Path, "tokenizer.json"));
        AssertRefused(folder, "tokenizer.json: the file does not exist");
    }

    [Theory]
    [InlineData("{\"version\": \"\\ud800\", \"model\": {\"type\": \"\\ud800\"}}", "model.type is not valid Unicode")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"\\ud800\": 0}}}", "the name at byte 36 is not valid Unicode")]
    [InlineData("{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"a\": 1}}}", "model.vocab.a stands there twice")]
    public void Text_that_is_not_Unicode_and_names_that_repeat_are_refused(string json, string message)
    {
        using var folder = new TokenizerFolder();
        folder.Write("tokenizer.json", json);
        AssertRefused(folder, $"tokenizer.json: {message}");
    }

    [Fact]
    public void A_file_that_holds_no_object_is_refused()
    {
        using var folder = new TokenizerFolder();
        folder.Write("tokenizer.json", "[]");
        AssertRefused(folder, "tokenizer.json: no JSON object");
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
