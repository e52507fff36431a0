using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace EvalAwareness.Results.Report.Html;

/// <summary>Builds markup from an interpolated string; what is inserted is escaped unless it is markup already.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder _html = new(literalLength + 16 * formattedCount);

    public void AppendLiteral(string html) => _html.Append(html);

    public void AppendFormatted(string? text) => _html.Append(WebUtility.HtmlEncode(text));

    public void AppendFormatted(int number) => _html.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(Markup markup) => _html.Append(markup.Html);

    public void AppendFormatted(IEnumerable<Markup> parts)
    {
        foreach (var part in parts) _html.Append(part.Html).Append('\n');
    }

    public string Finish() => _html.ToString();
}
