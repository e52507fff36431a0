using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Where transcripts come from: a dataset's card, or a file of transcripts with its own name and kind.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Name">The dataset's name; for a card the card's own name counts.</param>
/// <param name="Kind">Evaluation or deployment; for a card the card's own kind counts.</param>
public sealed record DatasetSource(string Path, string Name, TranscriptKind Kind)
{
    /// <summary>The file name that marks a card.</summary>
    public const string CardFileName = "dataset.json";

    public bool IsCard => System.IO.Path.GetFileName(Path) == CardFileName;

    /// <summary>A file of transcripts on its own: named after the file, measured as an evaluation.</summary>
    public static DatasetSource Loose(string path) =>
        new(path, System.IO.Path.GetFileNameWithoutExtension(path), TranscriptKind.Evaluation);
}
