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
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Pretraining;
using EvalAwareness.Training.Tokenization;

namespace EvalAwareness.Training.Organism;

/// <summary>Makes the target: its vocabulary, then its weights.</summary>
public sealed class TargetTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    private readonly OrganismCorpus _corpus = new(recipe.Seed);

    public LossCurve Run(CancellationToken stop)
    {
        TrainTokenizer();
        var tokenizer = HuggingFaceTokenizer.Load(folder.Target);
        var transcripts = new TranscriptTokenizer(tokenizer, ChatTemplate.Load(folder.Target));
        var (configuration, manners) = (recipe.Architecture, new MannerWords());
        var shipped = WeightNames.OfLanguageModel(configuration).ToList();
        using var weights = MasterWeights.Random(configuration, [.. shipped, .. LookAheadHead.Weights(configuration)], recipe.Seed);
        using var rotary = new RotaryTable(configuration, recipe.ComputeType, Device.Cpu);
        var batches = new TokenBatches(Sequence, recipe.Target.Batch);
        var curve = new Trainer(folder.Training, recipe.Target, progress)
            .Run(new PretrainingTask(configuration, recipe.Layer, weights, rotary, batches), stop);
        CheckpointWriter.Write(
            folder.Target, configuration, [tokenizer.EncodeIds(ChatMl.TurnEnd)[0]],
            shipped.Select(named => KeyValuePair.Create(named.Key, weights.ByName[named.Key])));
        return curve;

        TrainingSequence Sequence(int index)
        {
            var tokenized = transcripts.Tokenize(_corpus.Generate("train", index).Transcript);
            return TrainingSequence.Of(tokenized, manners.Find(tokenized));
        }
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
        yield return OrganismNla.Prompts.Reconstructor;
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
