using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Inference.Tokenization.Merging;
using EvalAwareness.Inference.Tokenization.Reading;

namespace EvalAwareness.Inference.Tests.Tokenization;

/// <summary>Words of bytes are merged by a package, and where they are long by our own means, since the package's time grows with their square.</summary>
public sealed class LongWordTests
{
    [Theory]
    [InlineData("qwen")]
    [InlineData("llama")]
    public void Both_ways_of_merging_give_the_same_tokens(string family)
    {
        var definition = TokenizerReader.Read(Path.Combine(TokenizerFolder.Fixtures, "Families", family));
        var tokens = new TokenTable(definition.Model.Vocabulary, definition.AddedTokens);
        var (package, own) = (new ByteLevelEncoder(definition.Model, tokens, int.MaxValue), new ByteLevelEncoder(definition.Model, tokens, longWord: 0));

        // Whole texts stand for words.
        foreach (var text in FamilyFixture.Texts.Take(3_000).Select(Surrogates.ReplaceLone).Where(text => text.Length > 0))
            Assert.Equal(package.Encode(text), own.Encode(text));
    }

    [Fact(Timeout = 60_000)]
    public Task A_word_of_a_million_letters_comes_to_an_end() => Task.Run(() =>
    {
        var word = string.Concat(Enumerable.Repeat("evaluation", 100_000));
        var tokenizer = new FamilyFixture("qwen").Tokenizer;
        Assert.Equal(word, tokenizer.Decode(tokenizer.EncodeIds(word)));
    }, TestContext.Current.CancellationToken);
}
