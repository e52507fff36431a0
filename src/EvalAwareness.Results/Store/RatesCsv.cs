using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Results.Store;

/// <summary>rates.csv: the rates table for spreadsheets; the columns of rates.parquet, six digits, empty where null.</summary>
internal static class RatesCsv
{
    public static async Task WriteAsync(string path, IReadOnlyList<Rate> rates, CancellationToken stop)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" }))
        {
            csv.Context.TypeConverterOptionsCache.GetOptions<double>().Formats = ["G6"];
            csv.Context.TypeConverterOptionsCache.GetOptions<double?>().Formats = ["G6"];
            csv.Context.RegisterClassMap<RateMap>();
            await csv.WriteRecordsAsync(rates, stop);
        }
        await PendingFile.WriteTextAsync(path, text.ToString(), stop);
    }

    /// <summary>The same columns in the same order as the Parquet table.</summary>
    private sealed class RateMap : ClassMap<Rate>
    {
        public RateMap()
        {
            AutoMap(CultureInfo.InvariantCulture);
            foreach (var member in MemberMaps)
                member.Name(member.Data.Member!.Name is nameof(Rate.Value) ? "rate" : Snake(member.Data.Member.Name));
        }

        private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
    }
}
