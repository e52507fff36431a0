using System.Text.Json;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>Writes cells as members of JSON.</summary>
internal static class CellWriter
{
    /// <summary>Nothing is written for a cell that is missing.</summary>
    public static void WriteCell(this Utf8JsonWriter json, string name, Cell cell)
    {
        if (cell.Text is null)
            return;
        json.WritePropertyName(name);
        if (cell.IsJson)
            json.WriteRawValue(cell.Text, skipInputValidation: true);
        else
            json.WriteStringValue(cell.Text);
    }
}
