using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Training.Quality;

namespace EvalAwareness.Cli.Reporting;

/// <summary>What the explanations are worth, beside the tables of a run, so that a report can be made again without the models.</summary>
internal static class QualityFile
{
    /// <summary>Names the column of summaries that are true by construction.</summary>
    public const string TrueSummaries = "true_summaries";

    private const string FileName = "quality.json";

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static bool IsIn(string folder) => File.Exists(PathIn(folder));

    public static void Write(string folder, IReadOnlyDictionary<string, QualityResult> results) =>
        File.WriteAllText(PathIn(folder), JsonSerializer.Serialize(results, Options) + "\n");

    /// <summary>By condition; empty where the run was not held against its text.</summary>
    /// <exception cref="RefusedException">The file is there and cannot be read.</exception>
    public static IReadOnlyDictionary<string, QualityResult> Read(string folder)
    {
        if (!IsIn(folder))
            return new Dictionary<string, QualityResult>();
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, QualityResult>>(File.ReadAllText(PathIn(folder)), Options)!;
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{PathIn(folder)}: {broken.Message} Delete it and start validate again on the same folder.", broken);
        }
    }

    private static string PathIn(string folder) => Path.Combine(folder, FileName);
}
