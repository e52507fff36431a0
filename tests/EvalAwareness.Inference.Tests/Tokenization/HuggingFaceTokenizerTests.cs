using System.Text.Json.Nodes;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

public sealed class HuggingFaceTokenizerTests
{
    private static readonly HuggingFaceTokenizer Tokenizer = HuggingFaceTokenizer.Load(TokenizerFolder.Fixtures);

    private static readonly (string Text, int[] Ids)[] Encodings =
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(TokenizerFolder.Fixtures, "encodings.json")))!.AsArray()
            .Select(row => (row!["text"]!.GetValue<string>(), row["ids"]!.AsArray().Select(id => id!.GetValue<int>()).ToArray()))];

    [Fact]
    public void Ids_are_those_of_Hugging_Face()
    {
        Assert.Equal(300, Encodings.Length);
        Assert.All(Encodings, encoding => Assert.Equal(encoding.Ids, Tokenizer.EncodeIds(encoding.Text)));
    }

    [Fact]
    public void Merges_written_as_pairs_mean_the_same()
    {
        using var folder = new TokenizerFolder(tokenizer =>
        {
            var merges = tokenizer["model"]!["merges"]!.AsArray();
            tokenizer["model"]!["merges"] = new JsonArray([.. merges.Select(merge =>
                (JsonNode)new JsonArray([.. merge!.GetValue<string>().Split(' ').Select(part => JsonValue.Create(part))]))]);
        });
        var pairs = HuggingFaceTokenizer.Load(folder.Path);
        Assert.All(Encodings, encoding => Assert.Equal(encoding.Ids, pairs.EncodeIds(encoding.Text)));
    }

    [Fact]
    public void Decoding_gives_the_text_back()
    {
        Assert.All(Encodings, encoding => Assert.Equal(
            FormC.Normalize(encoding.Text), Tokenizer.Decode(Tokenizer.EncodeIds(encoding.Text), skipSpecial: false)));
    }

    [Fact]
    public void Spans_cover_the_text_in_order()
    {
        Assert.All(Encodings, encoding =>
        {
            var end = 0;
            foreach (var span in Tokenizer.Encode(encoding.Text))
            {
                Assert.InRange(span.Start, 0, end);
                Assert.InRange(span.End, end, encoding.Text.Length);
                end = span.End;
            }
            Assert.Equal(encoding.Text.Length, end);
        });
    }

    [Theory]
    [InlineData(" assistant arguments", 0, 10, 10, 12)]
    [InlineData("<|im_start|> read", 0, 12, 12, 17)]
    public void Spans_are_characters_of_the_input(string text, int start, int end, int secondStart, int secondEnd)
    {
        var spans = Tokenizer.Encode(text);
        Assert.Equal((start, end), (spans[0].Start, spans[0].End));
        Assert.Equal((secondStart, secondEnd), (spans[1].Start, spans[1].End));
    }

    [Fact]
    public void Every_piece_of_a_character_covers_the_whole_of_it()
    {
        var spans = Tokenizer.Encode("😀x");
        Assert.Equal(5, spans.Length);
        Assert.All(spans[..4], span => Assert.Equal((0, 2), (span.Start, span.End)));
        Assert.Equal((2, 3), (spans[4].Start, spans[4].End));
    }

    [Fact]
    public void Composed_characters_cover_what_they_were_composed_of()
    {
        var spans = Tokenizer.Encode("xe\u0301y");
        Assert.Equal(FormC.Normalize("xe\u0301y"), Tokenizer.Decode(spans.Select(span => span.Id)));
        Assert.Contains(spans, span => span.Start <= 1 && span.End == 3);
        Assert.Equal(4, spans[^1].End);
    }

    [Fact]
    public void Special_tokens_are_text_inside_literal_ranges()
    {
        const string text = "<|im_end|> and <|im_end|>";
        var end = Tokenizer.EncodeIds("<|im_end|>").Single();
        var ids = Tokenizer.Encode(text, [new TextRange(0, 14)]).Select(span => span.Id).ToArray();
        Assert.Equal(1, ids.Count(id => id == end));
        Assert.Equal(end, ids[^1]);
        Assert.Equal(text, Tokenizer.Decode(ids, skipSpecial: false));
    }

    [Fact]
    public void Ids_of_the_embeddings_padding_have_no_text() =>
        Assert.Equal("ab", Tokenizer.Decode([.. Tokenizer.EncodeIds("a"), 1_000_000, .. Tokenizer.EncodeIds("b")]));

    [Fact]
    public void Decoding_leaves_special_tokens_out_unless_asked()
    {
        var ids = Tokenizer.EncodeIds("a<|im_end|>b");
        Assert.Equal("ab", Tokenizer.Decode(ids));
        Assert.Equal("a<|im_end|>b", Tokenizer.Decode(ids, skipSpecial: false));
    }

    [Fact]
    public void The_marker_is_one_token_wherever_it_stands()
    {
        var marker = Tokenizer.EncodeIds("㈎").Single();
        Assert.All((string[])["<concept>㈎</concept>", " ㈎ ", "a㈎b", "㈎㈎", "\n㈎\n"], text =>
            Assert.Contains(marker, Tokenizer.EncodeIds(text)));
        Assert.Equal("㈎", Tokenizer.TokenText(marker));
    }

    [Fact]
    public void A_lone_surrogate_reads_as_a_replacement_character()
    {
        // Not a theory: attributes cannot hold lone surrogates.
        Assert.Equal(Tokenizer.Encode("\ufffd"), Tokenizer.Encode("\ud800"));
        Assert.Equal(Tokenizer.Encode("a\ufffdb"), Tokenizer.Encode("a\udc00b"));
        Assert.Equal(Tokenizer.Encode("\ufffd\ud83d\ude00"), Tokenizer.Encode("\ud83d\ud83d\ude00"));
    }

    [Fact]
    public void Half_a_character_decodes_to_a_replacement_character() =>
        Assert.Equal("\uFFFD", Tokenizer.Decode(Tokenizer.EncodeIds("😀")[..2]));

    [Fact]
    public void The_tokenizer_knows_its_size_and_special_tokens()
    {
        Assert.Equal(600, Tokenizer.VocabularySize);
        Assert.Equal([597, 598, 599], Tokenizer.SpecialIds.Order());
        Assert.Null(Tokenizer.BosId);
    }

    [Fact]
    public void A_text_begins_with_the_token_that_the_configuration_adds()
    {
        using var folder = new TokenizerFolder(configuration: configuration =>
        {
            configuration["add_bos_token"] = true;
            configuration["bos_token"] = "<|endoftext|>";
        });
        AssertBeginsWith597(HuggingFaceTokenizer.Load(folder.Path));
    }

    [Fact]
    public void A_text_begins_with_the_token_that_the_post_processor_adds()
    {
        using var folder = new TokenizerFolder(tokenizer => tokenizer["post_processor"] = JsonNode.Parse("""
            {"type": "Sequence", "processors": [{"type": "ByteLevel"}, {"type": "TemplateProcessing",
             "single": [{"SpecialToken": {"id": "<|endoftext|>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
             "special_tokens": {"<|endoftext|>": {"id": "<|endoftext|>", "ids": [597], "tokens": ["<|endoftext|>"]}}}]}
            """));
        AssertBeginsWith597(HuggingFaceTokenizer.Load(folder.Path));
    }

    [Fact]
    public void Whole_words_come_before_merges_where_the_model_says_so()
    {
        // Without its merges " assistant" is ten tokens, unless the vocabulary is asked first.
        using var folder = new TokenizerFolder(tokenizer =>
        {
            tokenizer["model"]!["merges"] = new JsonArray();
            tokenizer["model"]!["ignore_merges"] = true;
        });
        Assert.Single(HuggingFaceTokenizer.Load(folder.Path).EncodeIds(" assistant"));
    }

    [Fact]
    public void Two_megabytes_do_not_take_minutes()
    {
        var text = string.Concat(Enumerable.Repeat("The assistant reads the task, then opens file 17 and counts its lines.\n", 28_000));
        var before = Environment.CpuUsage.TotalTime;
        Assert.NotEmpty(Tokenizer.Encode(text));
        // Half a second of processor time, and whatever tests run beside it; quadratic work would take far longer.
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 20);
    }

    private static void AssertBeginsWith597(HuggingFaceTokenizer tokenizer)
    {
        Assert.Equal(597, tokenizer.BosId);
        Assert.Equal(new TokenSpan(597, 0, 0), tokenizer.Encode("a", addSpecialTokens: true)[0]);
        Assert.Single(tokenizer.Encode("a"));
    }
}
