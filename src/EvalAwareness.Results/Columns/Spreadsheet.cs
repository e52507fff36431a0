using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace EvalAwareness.Results.Columns;

/// <summary>A table as CSV for spreadsheets: a column for each property, six digits, empty where null.</summary>
internal static class Spreadsheet
{
    /// <param name="rows">One line each.</param>
    /// <param name="path">Replaced when it exists.</param>
    /// <param name="nameOf">The column of a property.</param>
    /// <param name="stop">Cancels; nothing is written then.</param>
    /// <param name="injection">What becomes of cells that a spreadsheet would take for a formula.</param>
    public static async Task WriteAsync<TRow>(
        IEnumerable<TRow> rows, string path, Func<string, string> nameOf, CancellationToken stop,
        InjectionOptions injection = InjectionOptions.None)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var form = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n", InjectionOptions = injection };
        await using (var csv = new CsvWriter(text, form))
        {
            csv.Context.TypeConverterOptionsCache.GetOptions<double>().Formats = ["G6"];
            csv.Context.TypeConverterOptionsCache.GetOptions<double?>().Formats = ["G6"];
            csv.Context.RegisterClassMap(new ColumnMap<TRow>(nameOf));
            await csv.WriteRecordsAsync(rows, stop);
        }
        await PendingFile.WriteTextAsync(path, text.ToString(), stop);
    }

    public static string SnakeCase(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    private sealed class ColumnMap<TRow> : ClassMap<TRow>
    {
        public ColumnMap(Func<string, string> nameOf)
        {
            AutoMap(CultureInfo.InvariantCulture);
            foreach (var member in MemberMaps) member.Name(nameOf(member.Data.Member!.Name));
        }
    }
}
