using System.Globalization;
using System.Text.Json;
using EvalAwareness.Results.Report;
using EvalAwareness.Training.Evaluation;

namespace EvalAwareness.Cli.Reporting;

/// <summary>The linear probe's result beside the tables of a run, so that a report can be made again without the models.</summary>
internal static class ProbeFile
{
    private const string FileName = "probe.json";

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    public static void Write(string folder, ProbeResult result) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(result, Options) + "\n");

    public static IEnumerable<ReportFact> Facts(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path) || JsonSerializer.Deserialize<ProbeResult>(File.ReadAllText(path), Options) is not { } result)
            return [];
        return
        [
            new ReportFact(
                "Belief found by a linear probe on the same activations", Text(result),
                $"AUROC over {result.Positions} single response tokens of {result.Transcripts} transcripts that do not say so; the upper reference"),
        ];
    }

    private static string Text(ProbeResult result) => string.Create(
        CultureInfo.InvariantCulture, $"{result.Auroc:f3} [{result.Interval.Low:f3}, {result.Interval.High:f3}]");
}
