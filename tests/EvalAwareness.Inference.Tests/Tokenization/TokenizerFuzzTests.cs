using EvalAwareness.Core;
using EvalAwareness.Inference.Tests.Hostile;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

/// <summary>A tokenizer file comes with somebody's checkpoint: whatever stands in it, it works or is refused in one line.</summary>
public sealed class TokenizerFuzzTests
{
    private const string Text = "It's 12345 words,\n\n\tcafe\u0301 <|im_end|> <start_of_turn>😀ſ 模型\ud800 ▁▁";

    private static readonly string[] Junk =
    [
        "null", "true", "0", "-1", "0.5", "1e999", "2147483648", "99999999", "\"\"", "\"a\"", "\" \"", "\"(\"", "\"(a+)+$\"", "\"\\ud83d\"", "\"\\u0000\"",
        "[]", "{}", "[[]]", "[null]", "[\"a\", \"b\"]", "{\"type\": \"Sequence\"}", "{\"type\": \"NFC\"}", "{\"type\": \"ByteLevel\"}", "{\"String\": \"a\"}", "{\"Regex\": \"\"}",
        "{\"type\": \"Replace\", \"pattern\": {\"String\": \"<\"}, \"content\": \"\"}",
    ];

    [Theory(Timeout = 300_000)]
    [InlineData("llama", 1)]
    [InlineData("gemma", 2)]
    [InlineData("flags", 3)]
    [InlineData("fused", 4)]
    public Task A_mutated_file_works_or_is_refused(string kind, int seed) => Task.Run(() =>
    {
        var random = new Random(seed);
        var json = File.ReadAllText(Path.Combine(TokenizerFolder.Fixtures, "Families", kind, "tokenizer.json"));
        using var folder = new TokenizerFolder();
        var refused = 0;
        for (var round = 0; round < 125; round++)
        {
            folder.Write("tokenizer.json", round % 5 == 0 ? MutatedText(json, random) : JsonMutations.Mutate(json, random, random => Junk[random.Next(Junk.Length)]));
            refused += Works(folder.Path) ? 0 : 1;
        }
        // Most of what is mutated matters.
        Assert.InRange(refused, 25, 124);
    }, TestContext.Current.CancellationToken);

    private static bool Works(string folder)
    {
        try
        {
            var tokenizer = HuggingFaceTokenizer.Load(folder);
            var spans = tokenizer.Encode(Text, addSpecialTokens: true);
            Assert.All(spans, span => Assert.True(span.Start >= 0 && span.Start <= span.End && span.End <= Text.Length));
            tokenizer.Decode(spans.Select(span => span.Id), skipSpecial: false);
            return true;
        }
        catch (Exception problem) when (problem is RefusedException or ItemException)
        {
            Assert.DoesNotContain('\n', problem.Message);
            return false;
        }
    }

    private static string MutatedText(string json, Random random)
    {
        var at = random.Next(json.Length);
        var length = Math.Min(random.Next(40), json.Length - at);
        return random.Next(2) == 0 ? json.Remove(at, length) : json.Insert(at, json.Substring(random.Next(json.Length - 40), 40));
    }
}
