using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Tokenization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>Supervised warm start: the verbalizer learns to write summaries of what an activation has read, the reconstructor to read them.</summary>
public sealed class WarmStartTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    private readonly OrganismCorpus _corpus = new(recipe.Seed);

    /// <summary>The two halves need nothing of each other and may as well be trained by two processes.</summary>
    public LossCurve RunVerbalizer(CancellationToken stop)
    {
        using var target = new WarmStartTarget(recipe, folder);
        var (tokenizer, examples, statistics) = (target.Tokenizer, target.Examples(_corpus, "verbalizer"), target.Measure(_corpus));
        var sidecar = OrganismNla.SidecarFor(NlaRole.Verbalizer, recipe, tokenizer, statistics);
        var stopId = tokenizer.EncodeIds(ChatMl.TurnEnd)[0];
        var prompt = VerbalizerPrompt.Create(folder.Verbalizer, sidecar, tokenizer, ChatTemplate.Load(folder.Target));
        using var weights = FromTarget(WeightNames.OfLanguageModel(recipe.Architecture));
        using var rotary = Rotary();
        var task = new VerbalizerTask(
            recipe.Architecture, weights, rotary, prompt, statistics.InjectionScale, tokenizer, stopId,
            step => examples.At(step, recipe.Verbalizer.Batch));
        var curve = new Trainer(folder.Training, recipe.Verbalizer, progress).Run(task, stop);
        Write(folder.Verbalizer, recipe.Architecture, stopId, weights.ByName, sidecar);
        return curve;
    }

    public LossCurve RunReconstructor(CancellationToken stop)
    {
        using var target = new WarmStartTarget(recipe, folder);
        var (tokenizer, examples) = (target.Tokenizer, target.Examples(_corpus, "reconstructor"));
        var sidecar = OrganismNla.SidecarFor(NlaRole.Reconstructor, recipe, tokenizer, target.Measure(_corpus));
        var configuration = recipe.Architecture with { Blocks = recipe.Layer + 1 };
        long[] square = [configuration.HiddenSize, configuration.HiddenSize];
        using var weights = FromTarget(WeightNames.OfTrunk(configuration).Append(new(ReconstructorTask.Head, square)));
        var prompt = new ReconstructorPrompt(folder.Reconstructor, sidecar, tokenizer);
        using var rotary = Rotary();
        var task = new ReconstructorTask(
            configuration, weights, rotary, prompt, step => examples.At(step, recipe.Reconstructor.Batch));
        var curve = new Trainer(folder.Training, recipe.Reconstructor, progress).Run(task, stop);
        Write(folder.Reconstructor, configuration, tokenizer.EncodeIds(ChatMl.TurnEnd)[0],
            weights.ByName.Where(pair => pair.Key != ReconstructorTask.Head), sidecar);
        CheckpointWriter.WriteTensors(
            Path.Combine(folder.Reconstructor, ValueHead.FileName),
            [new(ValueHead.WeightName, weights.ByName[ReconstructorTask.Head])], configuration.StoredType);
        return curve;
    }

    private RotaryTable Rotary() => new(recipe.Architecture, recipe.ComputeType, Device.Cpu);

    private void Write(
        string into, DecoderConfiguration configuration, int stopId, IEnumerable<KeyValuePair<string, Tensor>> weights, Sidecar sidecar)
    {
        CheckpointWriter.Write(into, configuration, stopId, weights);
        CheckpointWriter.CopyTokenizer(folder.Target, into);
        SidecarFile.Write(into, sidecar);
    }

    /// <summary>The target's own weights; the head, which the target has not, begins as the identity.</summary>
    private MasterWeights FromTarget(IEnumerable<KeyValuePair<string, long[]>> shapes)
    {
        using var file = SafetensorsFile.Open(Path.Combine(folder.Target, "model.safetensors"));
        return MasterWeights.Create(shapes, (name, shape) => name == ReconstructorTask.Head ? Identity(shape[0]) : Values(file, name));
    }

    private static float[] Values(SafetensorsFile file, string name)
    {
        using var view = file.View(name);
        return view.ToArray<float>();
    }

    private static float[] Identity(long width)
    {
        var values = new float[width * width];
        for (var index = 0L; index < width; index++)
            values[index * width + index] = 1;
        return values;
    }
}
