using EvalAwareness.Core;
using EvalAwareness.Core.Progress;

namespace EvalAwareness.Cli.Interop;

/// <summary>What some files hold, known before a model loads.</summary>
/// <param name="Documents">Those that are read.</param>
/// <param name="Tokens">Their tokens.</param>
/// <param name="Skipped">What is left out.</param>
internal sealed record DocumentSurvey(int Documents, long Tokens, IReadOnlyList<SkippedItem> Skipped)
{
    /// <exception cref="RefusedException">No document can be read.</exception>
    public static async Task<DocumentSurvey> TakeAsync(DocumentFiles files, IProgressReporter progress, CancellationToken stop)
    {
        var (documents, tokens, skipped) = (0, 0L, new List<SkippedItem>());
        using var stage = progress.Begin("counting tokens", files.Files.Count, "files");
        await foreach (var document in files.ReadAsync(stop))
        {
            if (document.Tokens is { } read)
                (documents, tokens) = (documents + 1, tokens + read.Tokens.Count);
            else
                skipped.Add(document.Skipped!);
        }
        stage.Advance(files.Files.Count);
        return documents > 0
            ? new DocumentSurvey(documents, tokens, skipped)
            : throw new RefusedException([.. skipped.Select(item => $"{item.Source}: {item.Reason}"), "No document is left to read."]);
    }
}
