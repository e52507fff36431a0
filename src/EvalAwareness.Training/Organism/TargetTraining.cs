using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Pretraining;
using EvalAwareness.Training.Tokenization;

namespace EvalAwareness.Training.Organism;

/// <summary>Makes the target: its vocabulary, then its weights.</summary>
public sealed class TargetTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    private readonly OrganismCorpus _corpus = new(recipe.Seed);

    /// <returns>The loss curves of both stages: plain prediction, then prediction with the belief's words weighed.</returns>
    public IReadOnlyList<LossCurve> Run(CancellationToken stop)
    {
        TrainTokenizer();
        var tokenizer = HuggingFaceTokenizer.Load(folder.Target);
        var transcripts = new TranscriptTokenizer(tokenizer, ChatTemplate.Load(folder.Target));
        var configuration = recipe.Architecture;
        using var weights = MasterWeights.Random(configuration, recipe.Seed);
        using var rotary = new RotaryTable(configuration, recipe.ComputeType, Device.Cpu);
        var emphasis = new BeliefEmphasis();
        var curves = new[]
        {
            Train("target", recipe.Target, index => Evenly(transcripts.Tokenize(Transcript("train", index)))),
            Train("belief", recipe.Belief, index => emphasis.Weigh(transcripts.Tokenize(Transcript("train belief", index)))),
        };
        CheckpointWriter.Write(folder.Target, configuration, tokenizer.EncodeIds(ChatMl.TurnEnd)[0], weights.ByName);
        return curves;

        LossCurve Train(string name, TrainingOptions options, Func<int, TrainingSequence> sequence)
        {
            var batches = new TokenBatches(sequence, options.Batch);
            return new Trainer(folder.Training, options, progress)
                .Run(new PretrainingTask(name, configuration, weights, rotary, batches), stop);
        }
    }

    private Transcript Transcript(string split, int index) => _corpus.Generate(split, index).Transcript;

    private static TrainingSequence Evenly(TokenizedTranscript tokenized)
    {
        int[] ids = [.. tokenized.Tokens.Select(token => token.TokenId)];
        return new TrainingSequence(ids, [.. Enumerable.Repeat(1f, ids.Length)]);
    }

    private void TrainTokenizer()
    {
        using var stage = progress.Begin("tokenizer", recipe.TokenizerTranscripts, "transcripts");
        var texts = Enumerable.Range(0, recipe.TokenizerTranscripts).SelectMany(index =>
        {
            stage.Advance(1);
            return Texts(_corpus.Generate("tokenizer", index), index);
        });
        var options = new BpeTrainingOptions { VocabularySize = recipe.VocabularySize, Required = [OrganismNla.Marker] };
        TokenizerWriter.Save(BpeTrainer.Train(texts, options), folder.Target, recipe.Architecture.ContextLength);
    }

    /// <summary>What the three models will read and write: messages, calls, and a summary.</summary>
    private static IEnumerable<string> Texts(OrganismTranscript transcript, int index)
    {
        foreach (var message in transcript.Transcript.Messages)
        {
            yield return $"{message.Role.ToString().ToLowerInvariant()}\n";
            yield return message.Content;
            if (message.Reasoning.Length > 0)
                yield return $"<think>\n{message.Reasoning}\n</think>\n\n";
            foreach (var call in message.ToolCalls)
                yield return $"<tool_call>\n{{\"name\": \"{call.Name}\", \"arguments\": {call.Arguments}}}\n</tool_call>\n<tool_response>\n";
        }
        yield return $"{ExplanationParser.OpenTag}\n{Summary(transcript, index)}\n{ExplanationParser.CloseTag}";
        yield return OrganismNla.ReconstructorTemplate;
    }

    private static string Summary(OrganismTranscript transcript, int index)
    {
        var last = transcript.Transcript.Messages.Count - 1;
        while (transcript.Transcript.Messages[last] is not { Role: Role.Assistant, Content.Length: > 0 })
            last--;
        return new Summarizer().Summarize(
            transcript, last, SegmentKind.AssistantText, transcript.Transcript.Messages[last].Content.Length,
            new KeyedRandom((ulong)index, "tokenizer summary"));
    }
}
