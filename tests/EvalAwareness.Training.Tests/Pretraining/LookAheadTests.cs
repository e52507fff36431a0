using System.Text.RegularExpressions;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Corpus.Grammar;
using EvalAwareness.Training.Pretraining;

namespace EvalAwareness.Training.Tests.Pretraining;

public sealed class LookAheadTests(TinyOrganism organism) : IClassFixture<TinyOrganism>
{
    [Fact]
    public void Every_word_of_manner_of_the_assistant_is_found_once()
    {
        var tokenizer = new TranscriptTokenizer(
            HuggingFaceTokenizer.Load(organism.Folder.Target), ChatTemplate.Load(organism.Folder.Target));
        var (manners, corpus) = (new MannerWords(), new OrganismCorpus(organism.Recipe.Seed));

        foreach (var transcript in Enumerable.Range(0, 40).Select(index => corpus.Generate("look ahead", index).Transcript))
        {
            var found = manners.Find(tokenizer.Tokenize(transcript));
            var (careful, plain) = Count(transcript);

            Assert.Equal(careful, found.Count(manner => manner == Manner.Careful));
            Assert.Equal(plain, found.Count(manner => manner == Manner.Plain));
        }
    }

    [Fact]
    public void Each_token_looks_ahead_to_the_next_word_of_manner_behind_it()
    {
        var tokenized = new TokenizedTranscript(
            new OrganismCorpus(1).Generate("look ahead", 0).Transcript,
            [.. Enumerable.Range(0, 5).Select(index => new TranscriptToken(index, index, "", 0, null, 0, 0))]);

        var sequence = TrainingSequence.Of(tokenized, [null, Manner.Careful, null, Manner.Plain, null]);

        Assert.Equal([Manner.Careful, Manner.Plain, Manner.Plain, null, null], sequence.Ahead);
    }

    [Fact]
    public void The_loss_is_the_cross_entropy_of_the_sets_ahead()
    {
        var configuration = organism.Recipe.Architecture;
        var (width, names) = (configuration.HiddenSize, LookAheadHead.Weights(configuration).Select(weight => weight.Key).ToArray());
        using var scope = TensorScope.Enter();
        // Of a vector with one entry, the root mean square is that entry over √width.
        var hidden = new float[3 * width];
        (hidden[0], hidden[width], hidden[2 * width]) = (2, -3, 5);
        var head = new float[2 * width];
        (head[0], head[width]) = (0, 0.1f);
        var weights = new Dictionary<string, Tensor>
        {
            [names[0]] = Tensor.From([.. Enumerable.Repeat(1f, width)], [width]),
            [names[1]] = Tensor.From(head, [2, width]),
        };

        var loss = LookAheadHead.Loss(
            Tensor.From(hidden, [1, 3, width]), weights, configuration, [new([0, 0, 0, 0], [Manner.Careful, Manner.Careful, null, null])]);

        var score = 0.1 * Math.Sqrt(width);
        Assert.Equal((Math.Log(1 + Math.Exp(-score)) + Math.Log(1 + Math.Exp(score))) / 2, loss.Item(), 1e-4);
    }

    private static (int Careful, int Plain) Count(Transcript transcript)
    {
        var voice = VoiceGrammar.Read();
        var said = string.Join('\n', transcript.Messages.Where(message => message.Role == Role.Assistant)
            .SelectMany(message => new[] { message.Reasoning, message.Content }));
        return (Words(voice.CarefulManners), Words(voice.PlainManners));

        int Words(IEnumerable<string> manners) => Regex.Count(said, $@"\b({string.Join('|', manners)})\b");
    }
}
