using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Core.Progress;

namespace EvalAwareness.Training.Documents;

/// <summary>
/// The documents of several files, one in memory at a time: JSONL with <c>text</c> or <c>messages</c> in every line, Parquet
/// with a <c>text</c> column, and plain text, where a file is one document.
/// </summary>
internal static class CorpusFiles
{
    /// <param name="files">Read one after the other.</param>
    /// <param name="progress">A stage of so many files.</param>
    /// <param name="stop">Cancels between documents.</param>
    /// <exception cref="RefusedException">A file is missing or of another kind.</exception>
    public static async IAsyncEnumerable<CorpusItem> ReadAsync(
        IReadOnlyList<string> files, IProgressStage progress, [EnumeratorCancellation] CancellationToken stop)
    {
        var problems = files.Select(Problem).OfType<string>().ToList();
        if (problems.Count > 0)
            throw new RefusedException(problems);
        foreach (var file in files)
        {
            await foreach (var item in ReadFile(file, stop))
                yield return item;
            progress.Advance(1);
        }
    }

    private static string? Problem(string file)
    {
        if (!File.Exists(file))
            return $"{file}: no such file; --corpus takes text, JSONL or Parquet files.";
        return Extension(file) is ".jsonl" or ".ndjson" or ".txt" or ".md" or ".parquet"
            ? null
            : $"{file}: documents are read from .jsonl, .ndjson, .parquet, .txt and .md files.";
    }

    private static IAsyncEnumerable<CorpusItem> ReadFile(string file, CancellationToken stop) => Extension(file) switch
    {
        ".jsonl" or ".ndjson" => DocumentLines.ReadAsync(file, stop),
        ".parquet" => DocumentTable.ReadAsync(file, stop),
        _ => ReadText(file, stop),
    };

    private static async IAsyncEnumerable<CorpusItem> ReadText(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        var text = await File.ReadAllTextAsync(file, stop);
        yield return DocumentFields.Text(Path.GetFileName(file), id: null, text);
    }

    private static string Extension(string file) => Path.GetExtension(file).ToLowerInvariant();
}
