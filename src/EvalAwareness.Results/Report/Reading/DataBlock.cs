using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Reading;

/// <summary>JSON inside the page that no browser takes for markup: every &lt; is written as \u003c.</summary>
internal static class DataBlock
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Markup Of(string id, JsonNode data) =>
        Markup.Of($"""<script type="application/json" id="{id}">{new Markup(data.ToJsonString(Compact))}</script>{new Markup("\n")}""");

    /// <summary>A number with four decimals; null where there is none that JSON can write.</summary>
    public static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 4) : null;
}
