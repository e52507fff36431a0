using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.Tokenization;

namespace EvalAwareness.Training.Tests.Tokenization;

public sealed class BpeTrainerTests : IDisposable
{
    private static readonly string Fixtures =
        Path.Combine(Here(), "..", "..", "EvalAwareness.Inference.Tests", "Tokenization", "Fixtures");

    private static readonly string Corpus = File.ReadAllText(Path.Combine(Fixtures, "corpus.txt"));

    private readonly string _folder = Directory.CreateTempSubdirectory("bpe").FullName;

    [Theory]
    [InlineData("tokenizer.json")]
    [InlineData("tokenizer_config.json")]
    public void The_tokenizer_that_other_tests_use_can_be_made_again(string file)
    {
        TokenizerWriter.Save(Train(Corpus), _folder, contextLength: 2048);
        Assert.Equal(File.ReadAllText(Path.Combine(Fixtures, file)), File.ReadAllText(Path.Combine(_folder, file)));
    }

    [Fact]
    public void The_order_of_texts_does_not_matter()
    {
        var lines = Corpus.Split('\n');
        Assert.Equal(Train(lines).Merges, Train([.. lines.Reverse()]).Merges);
    }

    [Fact]
    public void The_most_frequent_pair_is_merged_first_and_ties_go_by_the_alphabet()
    {
        var bpe = BpeTrainer.Train(["cd ab cd ab xy xy xy"], new BpeTrainingOptions { VocabularySize = 263, SpecialTokens = [] });
        // " x" and "xy" occur three times each, and the space is written as a letter that comes after x.
        Assert.Equal([("x", "y"), ("Ġ", "xy"), ("a", "b"), ("c", "d"), ("Ġ", "ab")], bpe.Merges.Take(5));
    }

    [Fact]
    public void Training_stops_when_no_pair_occurs_twice()
    {
        var bpe = BpeTrainer.Train(["abc abd"], new BpeTrainingOptions { VocabularySize = 1000 });
        Assert.Equal([("a", "b")], bpe.Merges);
    }

    [Fact]
    public void Required_strings_are_one_token_and_part_of_no_other()
    {
        var corpus = string.Concat(Enumerable.Repeat("<concept>㈎</concept> ㈎㈎ ㈏ ㈐ ", 50));
        TokenizerWriter.Save(Train(corpus), _folder, contextLength: 2048);
        var tokenizer = HuggingFaceTokenizer.Load(_folder);
        var marker = tokenizer.EncodeIds("㈎").Single();
        Assert.Equal(1, tokenizer.EncodeIds("<concept>㈎</concept>").Count(id => id == marker));
        Assert.Equal([marker, marker], tokenizer.EncodeIds("㈎㈎"));
        Assert.DoesNotContain(Enumerable.Range(0, tokenizer.VocabularySize), id => id != marker && tokenizer.TokenText(id).Contains('㈎'));
    }

    [Fact]
    public void Special_tokens_in_the_corpus_are_not_learned_from()
    {
        var bpe = Train(string.Concat(Enumerable.Repeat("<|im_start|>ab<|im_end|>", 50)));
        Assert.DoesNotContain(bpe.Tokens, token => token.Contains("im"));
        Assert.Contains("ab", bpe.Tokens);
    }

    [Fact]
    public void What_is_saved_can_be_loaded()
    {
        TokenizerWriter.Save(Train(Corpus), _folder, contextLength: 2048);
        var tokenizer = HuggingFaceTokenizer.Load(_folder);
        Assert.Equal(600, tokenizer.VocabularySize);
        Assert.Equal(ChatMl.SpecialTokens, tokenizer.SpecialIds.Order().Select(tokenizer.TokenText));
        Assert.Equal(Corpus, tokenizer.Decode(tokenizer.EncodeIds(Corpus)));
        Assert.Equal(
            "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n",
            ChatTemplate.Load(_folder).Render([new(Core.Transcripts.Role.User, "Hi")], addGenerationPrompt: true));
    }

    [Theory]
    [InlineData("two words", "cannot be one token")]
    [InlineData("<think>", "cannot be one token")]
    [InlineData("\u212b", "cannot be one token")]
    public void A_string_that_cannot_be_one_token_is_refused(string required, string message)
    {
        var options = new BpeTrainingOptions { Required = [required] };
        Assert.Contains(message, Assert.Throws<RefusedException>(() => BpeTrainer.Train([], options)).Message);
    }

    [Fact]
    public void Required_strings_that_break_each_other_are_refused()
    {
        var options = new BpeTrainingOptions { Required = ["bc", "abc"] };
        Assert.Contains("'abc'", Assert.Throws<RefusedException>(() => BpeTrainer.Train([], options)).Message);
    }

    [Fact]
    public void A_vocabulary_without_room_is_refused()
    {
        var options = new BpeTrainingOptions { VocabularySize = 259, Required = ["㈎"] };
        Assert.Contains("no room", Assert.Throws<RefusedException>(() => BpeTrainer.Train([], options)).Message);
    }

    [Fact]
    public void Lone_surrogates_in_the_corpus_are_survived() =>
        Assert.NotEmpty(BpeTrainer.Train(["a\ud800b a\ud800b"], new BpeTrainingOptions()).Merges);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static TrainedBpe Train(params string[] texts) =>
        BpeTrainer.Train(texts, new BpeTrainingOptions { VocabularySize = 600, Required = ["㈎"] });

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
