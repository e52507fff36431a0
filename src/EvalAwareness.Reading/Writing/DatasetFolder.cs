using System.Security.Cryptography;
using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading.Writing;

/// <summary>A dataset in the making: transcripts as lines, what could not be read beside them, and at the end the card. Until then nothing has its name.</summary>
public sealed class DatasetFolder : IDisposable
{
    private const string TranscriptsFile = "transcripts.jsonl";
    private const string FailuresFile = "failures.jsonl";
    private const string Unfinished = ".tmp";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly string _folder;
    private readonly FileStream _transcripts;
    private readonly FileStream _failures;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private DatasetFolder(string folder)
    {
        _folder = folder;
        _transcripts = File.Create(PathIn(TranscriptsFile + Unfinished));
        _failures = File.Create(PathIn(FailuresFile + Unfinished));
    }

    /// <summary>What was added so far.</summary>
    public TranscriptCounts Counts { get; private set; } = TranscriptCounts.None;

    /// <summary>How many things could not be read.</summary>
    public int Failures { get; private set; }

    /// <exception cref="RefusedException">A dataset is there already.</exception>
    public static DatasetFolder Create(string folder)
    {
        if (File.Exists(Path.Combine(folder, DatasetSource.CardFileName)))
            throw new RefusedException($"--out: {folder} holds a dataset already; name another folder, or delete it first");
        Directory.CreateDirectory(folder);
        return new DatasetFolder(folder);
    }

    /// <summary>Adds a transcript that holds something to measure; the reasons of everything else are kept.</summary>
    public void Add(ReadItem item)
    {
        if (item.IsReadable)
            Add(item.Transcript!);
        foreach (var failure in item.Failures)
            Line(_failures, JsonSerializer.SerializeToUtf8Bytes(failure, Json));
        Failures += item.Failures.Count;
    }

    /// <summary>Gives the files their names, and writes the card.</summary>
    /// <param name="card">What a person says of the dataset; file, counts and hash are filled in.</param>
    /// <returns>The card as it was written.</returns>
    public DatasetCard Complete(DatasetCard card)
    {
        Dispose();
        File.Move(PathIn(TranscriptsFile + Unfinished), PathIn(TranscriptsFile), overwrite: true);
        File.Move(PathIn(FailuresFile + Unfinished), PathIn(FailuresFile), overwrite: true);
        var full = card with
        {
            Format = DatasetCard.JsonLines,
            File = TranscriptsFile,
            Transcripts = Counts.Conversations,
            Sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash()),
            Counts = Counts,
        };
        full.Write(PathIn(DatasetSource.CardFileName));
        return full;
    }

    public void Dispose()
    {
        _transcripts.Dispose();
        _failures.Dispose();
    }

    private void Add(Transcript transcript)
    {
        var line = TranscriptJson.ToUtf8(transcript);
        _hash.AppendData(line.Span);
        _hash.AppendData("\n"u8);
        Line(_transcripts, line.Span);
        Counts += TranscriptCounts.Of(transcript);
    }

    private static void Line(FileStream file, ReadOnlySpan<byte> json)
    {
        file.Write(json);
        file.WriteByte((byte)'\n');
    }

    private string PathIn(string name) => Path.Combine(_folder, name);
}
