using System.Text.Json;
using EvalAwareness.Reading.Writing;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Summaries;

namespace EvalAwareness.Training.Tests.Checkpoints;

/// <summary>A corpus file of a few dozen conversations in a folder of its own, and a training folder beside it.</summary>
internal sealed class SmallCorpus : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("corpus");

    public SmallCorpus(int documents = 40)
    {
        var corpus = new OrganismCorpus(7);
        File = Path.Combine(_root.FullName, "corpus.jsonl");
        System.IO.File.WriteAllLines(File, Enumerable.Range(0, documents).Select(index => TranscriptJson.ToLine(corpus.Generate("corpus", index).Transcript)));
    }

    public string File { get; }

    public TrainingFolder Folder => new(Path.Combine(_root.FullName, "out"));

    public string Write(string name, params IEnumerable<string> lines)
    {
        var path = Path.Combine(_root.FullName, name);
        System.IO.File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>A summary of every captured activation, made from the words before it.</summary>
    public string WriteSummaries()
    {
        var folder = new ActivationFolder(Folder.Activations);
        var rows = new[] { DataSplit.Verbalizer, DataSplit.Reconstructor }.SelectMany(folder.Files)
            .SelectMany(file => ActivationFile.ReadAsync(file, CancellationToken.None).GetAwaiter().GetResult());
        return Write("summaries.jsonl", rows.Select(row => JsonSerializer.Serialize(
            new { doc_id = row.DocumentId, position = row.Position, summary = Summary(row) })));
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string Summary(StoredActivation row) => $"A text\n\nEnds {row.Token}";
}
