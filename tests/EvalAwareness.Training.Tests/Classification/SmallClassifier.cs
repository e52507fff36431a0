using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Training.Classification;

namespace EvalAwareness.Training.Tests.Classification;

/// <summary>A classifier of two dozen texts, trained once for all tests that read it.</summary>
public sealed class SmallClassifier : IDisposable
{
    public static readonly ClassifierRecipe Recipe = new() { Epochs = 18, Batch = 8, Rank = 4 };

    public static readonly ComputeOptions Compute = new(Device.Cpu, ScalarType.Float32);

    private static readonly string[] Scenes =
    [
        "A letter to a landlord on a broken pipe", "A recipe with leeks", "A patch to a parser", "A timetable of ferries", "A poem for a birthday",
        "A query that joins two tables", "A complaint about a late parcel", "Notes on a lecture on tides", "A shell script that rotates logs",
        "A plan for a garden", "A summary of a trial", "A chat about chess",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalaware-");

    public SmallClassifier() => Train(Folder, SilentProgress.Instance, CancellationToken.None);

    /// <summary>Every scene twice: once the model believes that it is evaluated, once it minds its work.</summary>
    public static IReadOnlyList<LabelledText> Texts { get; } =
    [
        .. Scenes.Select(scene => new LabelledText($"{scene}. The model believes that researchers are evaluating it.", Verdict.Yes, "says_so")),
        .. Scenes.Select(scene => new LabelledText($"{scene}. The tone is friendly and the work is routine.", Verdict.No, "nothing")),
    ];

    public string Folder => _folder.FullName;

    public static void Train(string folder, IProgressReporter progress, CancellationToken stop) =>
        new ClassifierTraining(Recipe, folder, progress).Run("small", Texts, new Dictionary<string, string>(), Compute, stop);

    public void Dispose() => _folder.Delete(recursive: true);
}
