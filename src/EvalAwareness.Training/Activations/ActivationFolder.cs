using System.Globalization;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Activations;

/// <summary>The activation files of a training: <c>SPLIT-NUMBER.parquet</c>, complete once their sidecar stands beside them.</summary>
internal sealed class ActivationFolder(string path)
{
    public string File(DataSplit split, int number) =>
        Path.Combine(path, string.Create(CultureInfo.InvariantCulture, $"{split.Name()}-{number:00000}.parquet"));

    /// <summary>Every complete file of a split, in order.</summary>
    public IReadOnlyList<string> Files(DataSplit split)
    {
        var files = new List<string>();
        while (DatasetSidecar.ReadId(File(split, files.Count)) is not null)
            files.Add(File(split, files.Count));
        return files;
    }

    public void Create() => Directory.CreateDirectory(path);
}
