using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Datasets;

/// <summary>Where transcripts come from: a dataset's card, or a file, a folder or a glob of files with its own name and kind.</summary>
/// <param name="Path">Absolute path or glob.</param>
/// <param name="Name">The dataset's name; for a card the card's own name counts.</param>
/// <param name="Kind">Evaluation or deployment; for a card the card's own kind counts.</param>
public sealed record DatasetSource(string Path, string Name, TranscriptKind Kind)
{
    /// <summary>The file name that marks a card.</summary>
    public const string CardFileName = "dataset.json";

    public bool IsCard => System.IO.Path.GetFileName(Path) == CardFileName;

    /// <summary>The format of the files; null where each tells by what it holds.</summary>
    public string? Format { get; init; }

    /// <summary>What a judge is told of it; for a card the card's own words count.</summary>
    public string? Evaluation { get; init; }

    /// <summary>Transcripts on their own: named after file, folder or glob, measured as an evaluation. A folder with a card in it is that dataset.</summary>
    public static DatasetSource Loose(string path)
    {
        var card = System.IO.Path.Combine(path, CardFileName);
        return new(File.Exists(card) ? card : path, SourceFiles.NameOf(path), TranscriptKind.Evaluation);
    }
}
