using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>A Hugging Face folder, opened and checked; weights are read when a model is made of it.</summary>
public sealed class Checkpoint
{
    private Checkpoint(string folder, DecoderConfiguration configuration, HuggingFaceTokenizer tokenizer)
    {
        Folder = folder;
        Configuration = configuration;
        Tokenizer = tokenizer;
    }

    public string Folder { get; }

    public DecoderConfiguration Configuration { get; }

    /// <summary>Where that was read from.</summary>
    public string ConfigurationPath => Path.Combine(Folder, ConfigurationFile.Name);

    public HuggingFaceTokenizer Tokenizer { get; }

    /// <exception cref="RefusedException">The folder is missing, or its configuration and tokenizer do not fit.</exception>
    public static Checkpoint Open(string folder)
    {
        if (!Directory.Exists(folder))
            throw new RefusedException($"{folder}: no such folder; a checkpoint is a Hugging Face folder.");
        var checkpoint = new Checkpoint(folder, ConfigurationFile.Read(folder), HuggingFaceTokenizer.Load(folder));
        if (checkpoint.Tokenizer.VocabularySize > checkpoint.Configuration.VocabularySize)
            throw new RefusedException(
                $"{folder}: tokenizer.json has {checkpoint.Tokenizer.VocabularySize} tokens, config.json embeds only {checkpoint.Configuration.VocabularySize}.");
        return checkpoint;
    }

    /// <param name="compute">Recorded as the type computed in.</param>
    /// <param name="trainedOn">What the checkpoint says it was trained on.</param>
    public ModelCard Card(ComputeOptions compute, string? trainedOn) => new(
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder)), CheckpointHash.Of(Folder), Configuration.HiddenSize,
        Configuration.Blocks, Configuration.ContextLength, Configuration.VocabularySize, compute.Type.Name(), trainedOn);
}
