using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Nla;

/// <summary>Reads and writes a verbalizer and a reconstructor as they are trained.</summary>
internal sealed class NlaFolders
{
    private readonly NlaRecipe _recipe;
    private readonly HuggingFaceTokenizer _tokenizer;
    private readonly ResponseEnd _end;
    private readonly Sidecar _verbalizer;
    private readonly Sidecar _reconstructor;
    private readonly VerbalizerPrompt _verbalizerPrompt;

    /// <param name="recipe">Names the target, whose tokenizer and chat template both halves share.</param>
    /// <param name="statistics">Of the target's activations.</param>
    public NlaFolders(NlaRecipe recipe, ActivationStatistics statistics)
    {
        _recipe = recipe;
        _tokenizer = HuggingFaceTokenizer.Load(recipe.Target);
        var template = ChatTemplate.Load(recipe.Target);
        _end = ResponseEnd.Of(recipe.Target, _tokenizer, template);
        _verbalizer = NlaSidecars.For(NlaRole.Verbalizer, recipe, _tokenizer, template, statistics);
        _reconstructor = NlaSidecars.For(NlaRole.Reconstructor, recipe, _tokenizer, template, statistics);
        _verbalizerPrompt = VerbalizerPrompt.Create(recipe.Target, _verbalizer, _tokenizer, template);
    }

    public TrainedVerbalizer Verbalizer(MasterWeights weights, RotaryTable rotary) =>
        new(_recipe.Architecture, weights, rotary, _verbalizerPrompt, _verbalizer.InjectionScale!.Value, _tokenizer, _end);

    public TrainedReconstructor Reconstructor(MasterWeights weights, RotaryTable rotary) =>
        new(_recipe.ReconstructorArchitecture, weights, rotary, new ReconstructorPrompt(_recipe.Target, _reconstructor, _tokenizer));

    /// <summary>The weights of a language model: the target's to begin with, or a verbalizer's to go on from.</summary>
    /// <exception cref="RefusedException">The folder holds none, or others.</exception>
    public MasterWeights VerbalizerWeights(string from)
    {
        using var file = WeightFile.Open(from, _recipe.Architecture);
        return MasterWeights.Create(WeightNames.OfLanguageModel(_recipe.Architecture), (name, _) => Values(file.View(name)));
    }

    /// <summary>The weights of a trunk; a folder without a head gives it the identity.</summary>
    /// <exception cref="RefusedException">The folder holds none, or others.</exception>
    public MasterWeights ReconstructorWeights(string from)
    {
        long[] square = [_recipe.Architecture.HiddenSize, _recipe.Architecture.HiddenSize];
        using var file = WeightFile.Open(from, _recipe.Architecture);
        return MasterWeights.Create(
            WeightNames.OfTrunk(_recipe.ReconstructorArchitecture).Append(new(TrainedReconstructor.Head, square)),
            (name, _) => name == TrainedReconstructor.Head ? Head(from, square[0]) : Values(file.View(name)));
    }

    /// <param name="into">Folder to write.</param>
    /// <param name="weights">Of a language model.</param>
    /// <param name="stage">Which training they come from, as the sidecar names it.</param>
    public void WriteVerbalizer(string into, MasterWeights weights, string stage) =>
        Write(into, _recipe.Architecture, weights.ByName, _verbalizer with { Stage = stage });

    /// <param name="into">Folder to write.</param>
    /// <param name="weights">Of a trunk and its head.</param>
    /// <param name="stage">Which training they come from, as the sidecar names it.</param>
    public void WriteReconstructor(string into, MasterWeights weights, string stage)
    {
        Write(
            into, _recipe.ReconstructorArchitecture, weights.ByName.Where(pair => pair.Key != TrainedReconstructor.Head),
            _reconstructor with { Stage = stage });
        CheckpointWriter.WriteTensors(
            Path.Combine(into, ValueHead.FileName),
            [new(ValueHead.WeightName, weights.ByName[TrainedReconstructor.Head])], _recipe.Architecture.StoredType);
    }

    private void Write(string into, DecoderConfiguration configuration, IEnumerable<KeyValuePair<string, Tensor>> weights, Sidecar sidecar)
    {
        CheckpointWriter.Write(into, configuration, _end.StopIds, weights);
        CheckpointWriter.CopyTokenizer(_recipe.Target, into);
        SidecarFile.Write(into, sidecar);
    }

    private static float[] Values(Tensor view)
    {
        using (view)
            return view.ToArray<float>();
    }

    private static float[] Head(string from, long width)
    {
        var path = Path.Combine(from, ValueHead.FileName);
        if (!File.Exists(path))
            return Identity(width);
        using var file = SafetensorsFile.Open(path);
        return Values(file.View(ValueHead.WeightName));
    }

    private static float[] Identity(long width)
    {
        var values = new float[width * width];
        for (var index = 0L; index < width; index++)
            values[index * width + index] = 1;
        return values;
    }
}
