using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Training.Organism;

/// <summary>Writes trained weights as a Hugging Face folder.</summary>
internal static class CheckpointWriter
{
    private static readonly string[] TokenizerFiles = ["tokenizer.json", "tokenizer_config.json"];

    /// <summary>Configuration, stop tokens and the named weights in the configuration's stored type.</summary>
    public static void Write(
        string folder, DecoderConfiguration configuration, int stopId, IEnumerable<KeyValuePair<string, Tensor>> weights)
    {
        Directory.CreateDirectory(folder);
        ConfigurationFile.Write(folder, configuration);
        StopTokens.Write(folder, stopId);
        WriteTensors(Path.Combine(folder, "model.safetensors"), weights, configuration.StoredType);
    }

    public static void WriteTensors(string file, IEnumerable<KeyValuePair<string, Tensor>> weights, ScalarType type)
    {
        using var scope = TensorScope.Enter();
        SafetensorsWriter.Write(file, weights.ToDictionary(pair => pair.Key, pair => pair.Value.Detach().To(type)));
    }

    public static void CopyTokenizer(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var name in TokenizerFiles)
            File.Copy(Path.Combine(from, name), Path.Combine(to, name), overwrite: true);
    }
}
