using CsvHelper.Configuration;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Results.Export;

/// <summary>awareness.parquet and awareness.csv: verdicts as columns that join to the source by transcript_id.</summary>
internal static class ColumnsExport
{
    public static async Task WriteAsync(IReadOnlyList<TranscriptAwareness> transcripts, string folder, CancellationToken stop)
    {
        var rows = transcripts.Select(AwarenessRow.Of).ToList();
        await TableWriter<AwarenessRow>.WriteAllAsync(AwarenessSchema.Table, Path.Combine(folder, "awareness.parquet"), rows, stop);
        // Ids and quotations are other people's text: a spreadsheet that opens them must not find a formula.
        await Spreadsheet.WriteAsync(
            rows, Path.Combine(folder, "awareness.csv"), Spreadsheet.SnakeCase, stop, InjectionOptions.Escape);
    }
}
