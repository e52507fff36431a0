using System.Globalization;

namespace EvalAwareness.Reading.Files;

/// <summary>One JSON value as it stands in a file, or the reason why it cannot be had.</summary>
/// <param name="Place">Where it stands: line number or place in an array from 1, row, or member of an archive.</param>
/// <param name="Json">UTF-8 bytes of the value.</param>
/// <param name="Problem">Why there is nothing to parse; null when there is.</param>
internal sealed record SourceItem(string Place, ReadOnlyMemory<byte> Json, string? Problem = null)
{
    /// <summary>Largest value that is read, in bytes.</summary>
    public const int Limit = 64 << 20;

    public static string TooLong(string noun) => $"{noun} is longer than {Limit >> 20} MB";

    public static SourceItem At(int number, ReadOnlyMemory<byte> json, string? problem = null) =>
        new(number.ToString(CultureInfo.InvariantCulture), json, problem);
}
