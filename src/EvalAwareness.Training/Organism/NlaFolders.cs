using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Tokenization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>Reads and writes the organism's verbalizer and reconstructor as they are trained.</summary>
/// <param name="recipe">Gives architecture, layer and type.</param>
/// <param name="folder">Where the target lies, whose tokenizer both share.</param>
/// <param name="tokenizer">The target's.</param>
/// <param name="statistics">Of the target's activations.</param>
internal sealed class NlaFolders(OrganismRecipe recipe, OrganismFolder folder, HuggingFaceTokenizer tokenizer, ActivationStatistics statistics)
{
    private readonly int _stopId = tokenizer.EncodeIds(ChatMl.TurnEnd)[0];
    private readonly Sidecar _verbalizer = OrganismNla.SidecarFor(NlaRole.Verbalizer, recipe, tokenizer, statistics);
    private readonly Sidecar _reconstructor = OrganismNla.SidecarFor(NlaRole.Reconstructor, recipe, tokenizer, statistics);

    private DecoderConfiguration ReconstructorArchitecture => recipe.Architecture with { Blocks = recipe.Layer + 1 };

    public TrainedVerbalizer Verbalizer(MasterWeights weights, RotaryTable rotary)
    {
        var prompt = VerbalizerPrompt.Create(folder.Nla.Verbalizer, _verbalizer, tokenizer, ChatTemplate.Load(folder.Target));
        return new TrainedVerbalizer(recipe.Architecture, weights, rotary, prompt, statistics.InjectionScale, tokenizer, _stopId);
    }

    public TrainedReconstructor Reconstructor(MasterWeights weights, RotaryTable rotary) =>
        new(ReconstructorArchitecture, weights, rotary, new ReconstructorPrompt(folder.Nla.Reconstructor, _reconstructor, tokenizer));

    /// <summary>The weights of a language model: the target's to begin with, or a verbalizer's to go on from.</summary>
    public MasterWeights VerbalizerWeights(string from)
    {
        using var file = SafetensorsFile.Open(Path.Combine(from, "model.safetensors"));
        return MasterWeights.Create(WeightNames.OfLanguageModel(recipe.Architecture), (name, _) => Values(file, name));
    }

    /// <summary>The weights of a trunk; a folder without a head gives it the identity.</summary>
    public MasterWeights ReconstructorWeights(string from)
    {
        long[] square = [recipe.Architecture.HiddenSize, recipe.Architecture.HiddenSize];
        using var file = SafetensorsFile.Open(Path.Combine(from, "model.safetensors"));
        return MasterWeights.Create(
            WeightNames.OfTrunk(ReconstructorArchitecture).Append(new(TrainedReconstructor.Head, square)),
            (name, _) => name == TrainedReconstructor.Head ? Head(from, square[0]) : Values(file, name));
    }

    public void WriteVerbalizer(string into, MasterWeights weights) => Write(into, recipe.Architecture, weights.ByName, _verbalizer);

    public void WriteReconstructor(string into, MasterWeights weights)
    {
        Write(into, ReconstructorArchitecture, weights.ByName.Where(pair => pair.Key != TrainedReconstructor.Head), _reconstructor);
        CheckpointWriter.WriteTensors(
            Path.Combine(into, ValueHead.FileName),
            [new(ValueHead.WeightName, weights.ByName[TrainedReconstructor.Head])], recipe.Architecture.StoredType);
    }

    private void Write(string into, DecoderConfiguration configuration, IEnumerable<KeyValuePair<string, Tensor>> weights, Sidecar sidecar)
    {
        CheckpointWriter.Write(into, configuration, _stopId, weights);
        CheckpointWriter.CopyTokenizer(folder.Target, into);
        SidecarFile.Write(into, sidecar);
    }

    private static float[] Values(SafetensorsFile file, string name)
    {
        using var view = file.View(name);
        return view.ToArray<float>();
    }

    private static float[] Head(string from, long width)
    {
        var path = Path.Combine(from, ValueHead.FileName);
        if (!File.Exists(path))
            return Identity(width);
        using var file = SafetensorsFile.Open(path);
        return Values(file, ValueHead.WeightName);
    }

    private static float[] Identity(long width)
    {
        var values = new float[width * width];
        for (var index = 0L; index < width; index++)
            values[index * width + index] = 1;
        return values;
    }
}
