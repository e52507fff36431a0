using System.Globalization;
using CsvHelper;
using EvalAwareness.Judging.Injections;

namespace EvalAwareness.Judging.Tests.Injections;

/// <summary>The texts that ship with the labels: each without and with an attack.</summary>
internal static class ShippedInjections
{
    private const string Clean = "clean";

    private static readonly string File = Path.Combine(Repository.Root, "datasets", "labels", "injections.csv");

    public static IReadOnlyList<InjectionPair> Read()
    {
        using var csv = new CsvReader(new StreamReader(File), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords(new { pair = "", task = "", kind = "", context = "", text = "" }).ToList();
        return [.. rows.GroupBy(row => row.pair).Select(pair => pair.OrderBy(row => row.kind != Clean).ToList())
            .Select(pair => new InjectionPair(pair[1].kind, Text(pair[0].task, pair[0].text, pair[0].context), Text(pair[1].task, pair[1].text, pair[1].context)))];
    }

    private static JudgedText Text(string task, string text, string context) => new(text, task == "turn" ? context : null);
}
