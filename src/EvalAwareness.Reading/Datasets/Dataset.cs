using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Datasets;

/// <summary>A dataset ready to be read.</summary>
/// <param name="Name">Stands in every row.</param>
/// <param name="Kind">Evaluation or deployment.</param>
/// <param name="Root">The folder that file names are relative to.</param>
/// <param name="Files">Absolute paths of the transcripts, in reading order.</param>
/// <param name="Sha256">Hash of the file, or of the names and hashes of several; lower-case hex.</param>
public sealed record Dataset(string Name, TranscriptKind Kind, string Root, IReadOnlyList<string> Files, string Sha256)
{
    /// <summary>The format of its files; null where each tells by what it holds.</summary>
    public string? Format { get; init; }

    /// <summary>What a judge is told of it; null tells nothing.</summary>
    public string? Evaluation { get; init; }

    /// <summary>How messages and rows call a file.</summary>
    public string NameOf(string path) => Path.GetRelativePath(Root, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The id of a transcript that has none of its own: the same on every run.</summary>
    public string IdAt(string fileName, string place) => Files.Count == 1 ? $"{Name}:{place}" : $"{Name}/{fileName}:{place}";
}
