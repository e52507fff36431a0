using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Training.Tests;

/// <summary>An organism of a few thousand weights, made in a second by the recipe that makes the shipped one.</summary>
public sealed class TinyOrganism : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("organism");

    public TinyOrganism()
    {
        Folder = new OrganismFolder(_root.FullName);
        new TargetTraining(Recipe, Folder, SilentProgress.Instance).Run(CancellationToken.None);
    }

    public OrganismFolder Folder { get; }

    public OrganismRecipe Recipe { get; } = new()
    {
        VocabularySize = 512,
        TokenizerTranscripts = 40,
        Layer = 1,
        Architecture = new OrganismRecipe().Architecture with
        {
            HiddenSize = 64, IntermediateSize = 96, Blocks = 3, KeyValueHeads = 2, VocabularySize = 512,
        },
        Target = new() { Steps = 2, LearningRate = 1e-3, Batch = 2 },
        Verbalizer = new() { Steps = 6, LearningRate = 1e-3, Batch = 8, SaveEvery = 2 },
        Reconstructor = new() { Steps = 6, LearningRate = 1e-3, Batch = 8, SaveEvery = 2 },
    };

    /// <summary>Another folder that holds the same target.</summary>
    public OrganismFolder Copy(string name)
    {
        var copy = new OrganismFolder(Path.Combine(_root.FullName, name));
        Directory.CreateDirectory(copy.Target);
        foreach (var file in Directory.GetFiles(Folder.Target))
            File.Copy(file, Path.Combine(copy.Target, Path.GetFileName(file)));
        return copy;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
