using System.Text.RegularExpressions;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Formats.Tables.Csv;

namespace EvalAwareness.Reading.Formats;

/// <summary>Says what a file looks like that is no transcript.</summary>
internal static partial class Looks
{
    private const int Quoted = 60;

    public static string Like(FileHead head) => head.Shape switch
    {
        FileShape.Foreign => head.Refusal!,
        FileShape.Empty => "an empty file",
        FileShape.Zip => "a zip archive without an evaluation log in it",
        FileShape.Parquet => "a Parquet table without a column of messages",
        FileShape.Text when CsvDialect.Of(head.Text) is var table && table.IsTable(head.Text) => table.Columns.Refusal,
        FileShape.Text => $"{KindOfText(head.Text)}, no transcript; it begins with “{Beginning(head.Text)}”",
        _ => "JSON that holds no conversation",
    };

    private static string KindOfText(string text) => text.TrimStart() switch
    {
        _ when Slot.Matches(text) is [var slot, _, ..] => $"text with slots such as {slot.Value}, like a prompt template",
        ['#', ..] or ['-', '-', '-', ..] => "a Markdown or YAML document",
        ['<', ..] => "a document of tags, such as HTML or XML",
        _ => "plain text",
    };

    private static string Beginning(string text)
    {
        var line = text.TrimStart().Split('\n')[0].TrimEnd();
        return line.Length <= Quoted ? line : line[..Quoted] + "…";
    }

    /// <summary>A name in braces, as templates hold the place of a word; not the argument of a command.</summary>
    [GeneratedRegex(@"(?<![\w\\}\]])\$?\{{1,2}[A-Za-z_]\w{0,40}\}{1,2}")]
    private static partial Regex Slot { get; }
}
