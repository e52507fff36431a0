using System.Globalization;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Cli.Interop;

/// <summary>What the rows of a file are called, whoever wrote it. The name is the key of a row's random numbers.</summary>
internal static class RowNames
{
    /// <param name="row">The row's values.</param>
    /// <param name="number">Its number in the file, from 0.</param>
    public static (string Document, int Position) Of(RowValues row, long number)
    {
        var document = row.Any("transcript_id") ?? row.Any("doc_id");
        // Other tools count the tokens up to and with the row's own.
        var position = Integer(row.Any("position")) ?? Integer(row.Any("n_raw_tokens")) - 1;
        return (Convert.ToString(document, CultureInfo.InvariantCulture) ?? "", (int)(position ?? number));
    }

    /// <summary>A whole number of any type; null where there is none that could be a position or a layer.</summary>
    public static long? Integer(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long
        && Convert.ToInt64(value, CultureInfo.InvariantCulture) is >= 0 and <= int.MaxValue and var number
            ? number
            : null;
}
