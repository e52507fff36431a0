using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Training.Nla;

/// <summary>Writes trained weights as a Hugging Face folder.</summary>
internal static class CheckpointWriter
{
    // What tokenizes and renders; older folders spread it over more files, and not every folder has all.
    private static readonly string[] TokenizerFiles =
    [
        "tokenizer.json", "tokenizer_config.json", "chat_template.jinja", "special_tokens_map.json", "added_tokens.json", "vocab.json", "merges.txt",
    ];

    /// <summary>Configuration, stop tokens and the named weights in the configuration's stored type.</summary>
    public static void Write(
        string folder, DecoderConfiguration configuration, IEnumerable<int> stopIds, IEnumerable<KeyValuePair<string, Tensor>> weights)
    {
        Directory.CreateDirectory(folder);
        ConfigurationFile.Write(folder, configuration);
        StopTokens.Write(folder, stopIds);
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
        foreach (var name in TokenizerFiles.Where(name => File.Exists(Path.Combine(from, name))))
            File.Copy(Path.Combine(from, name), Path.Combine(to, name), overwrite: true);
    }
}
