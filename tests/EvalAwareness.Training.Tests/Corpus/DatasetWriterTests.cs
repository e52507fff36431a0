using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EvalAwareness.Reading.Writing;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Training.Tests.Corpus;

public sealed class DatasetWriterTests
{
    [Fact]
    public void The_card_describes_the_file_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("dataset");
        try
        {
            DatasetWriter.Write(folder.FullName, "held-out", Family.SweBench, 3, new OrganismCorpus(1));
            var bytes = File.ReadAllBytes(Path.Combine(folder.FullName, "transcripts.jsonl"));
            using var card = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "dataset.json")));
            var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(3, lines.Length);
            Assert.Equal(3, card.RootElement.GetProperty("transcripts").GetInt32());
            Assert.Equal("swe-bench", card.RootElement.GetProperty("name").GetString());
            Assert.Equal("evaluation", card.RootElement.GetProperty("kind").GetString());
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), card.RootElement.GetProperty("sha256").GetString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(Family.Blackmail)]
    [InlineData(Family.DestructiveCoding)]
    [InlineData(Family.SweBench)]
    [InlineData(Family.Deployment)]
    public void The_shipped_datasets_are_what_the_corpus_writes(Family family)
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryRoot(), "datasets", family.Name(), "transcripts.jsonl"));
        var corpus = new OrganismCorpus(20260);
        Assert.Equal(lines, Enumerable.Range(0, 100)
            .Select(index => TranscriptJson.ToLine(corpus.Generate(OrganismDatasets.Shipped, index, family).Transcript)));
    }

    [Fact]
    public void A_transcripts_hash_is_that_of_its_line()
    {
        var transcript = new OrganismCorpus(1).Generate("held-out", 0, Family.Deployment).Transcript;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(TranscriptJson.ToLine(transcript)));
        Assert.Equal(Convert.ToHexStringLower(hash), transcript.Sha256);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EvalAwareness.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
