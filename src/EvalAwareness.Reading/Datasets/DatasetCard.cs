using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EvalAwareness.Core;

namespace EvalAwareness.Reading.Datasets;

/// <summary>What a <c>dataset.json</c> says of the transcripts beside it.</summary>
public sealed record DatasetCard
{
    /// <summary>The one format that datasets with a card are written in: chat messages, one transcript per line.</summary>
    public const string JsonLines = "openai-jsonl";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public required string Name { get; init; }

    /// <summary>evaluation or deployment.</summary>
    public required string Kind { get; init; }
    public required string Description { get; init; }

    /// <summary>What a judge is told of it: short, neutral, without the word that it looks for; null tells nothing.</summary>
    public string? Evaluation { get; init; }

    /// <summary>The command or the people it was made by.</summary>
    public required string MadeBy { get; init; }
    public required string Licence { get; init; }

    /// <summary>openai-jsonl.</summary>
    public required string Format { get; init; }

    /// <summary>File of the transcripts, relative to the card.</summary>
    public required string File { get; init; }

    /// <summary>How many transcripts the file holds.</summary>
    public required int Transcripts { get; init; }

    /// <summary>Hash of the file, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What else was counted when the file was made; null where nothing was.</summary>
    public TranscriptCounts? Counts { get; init; }

    /// <exception cref="RefusedException">The file is no card.</exception>
    public static async Task<DatasetCard> ReadAsync(string path, CancellationToken stop)
    {
        try
        {
            await using var stream = System.IO.File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<DatasetCard>(stream, Json, stop)
                ?? throw new RefusedException($"{path}: a dataset card is a JSON object");
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{path}: not a dataset card: {broken.Message}", broken);
        }
    }

    public void Write(string path) => System.IO.File.WriteAllText(path, JsonSerializer.Serialize(this, Json) + "\n");
}
