namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>One value of a table.</summary>
/// <param name="Text">The text; null where there is none.</param>
/// <param name="IsJson">Whether the column is nested, and the text JSON of it.</param>
internal readonly record struct Cell(string? Text, bool IsJson = false)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>The text; null where it is blank.</summary>
    public string? Stated => IsBlank ? null : Text;
}
