using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Store;

/// <summary>failures.jsonl: one item that could not be processed per line.</summary>
internal static class FailureLines
{
    public const string FileName = "failures.jsonl";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static Task WriteAllAsync(string path, IReadOnlyList<FailureRow> rows, CancellationToken stop) =>
        PendingFile.WriteTextAsync(path, string.Concat(rows.Select(row => JsonSerializer.Serialize(row, Json) + "\n")), stop);

    public static async IAsyncEnumerable<FailureRow> ReadAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var line in File.ReadLinesAsync(path, stop))
            yield return JsonSerializer.Deserialize<FailureRow>(line, Json)!;
    }
}
