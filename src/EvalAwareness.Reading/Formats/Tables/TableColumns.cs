namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>The columns of a table by name, whatever the case.</summary>
internal sealed class TableColumns
{
    private const int MostNamed = 20;
    private const int LongestName = 60;

    public TableColumns(IReadOnlyList<string> names)
    {
        Names = names;
        Id = Find("conversation_id", "transcript_id", "id", "uuid");
        Model = Find("model");
        System = Find("system", "system_prompt");
    }

    public IReadOnlyList<string> Names { get; }

    public int? Id { get; }

    public int? Model { get; }

    public int? System { get; }

    /// <summary>Adds what a row says of its conversation.</summary>
    public TableItem Describe(TableItem item, TableRow row) => item with { Id = row[Id].Stated, Model = row[Model].Stated, System = row[System].Stated };

    /// <summary>Place of the first of these that there is.</summary>
    public int? Find(params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
        {
            for (var index = 0; index < Names.Count; index++)
            {
                if (Names[index].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    return index;
            }
        }
        return null;
    }

    /// <summary>Why a table with these columns is not read.</summary>
    public string Refusal =>
        "a table without conversations: it needs a column `messages`, or `prompt` and `response`, or `role` and `content` with a "
        + "`conversation_id`; its columns are " + string.Join(", ", Names.Take(MostNamed).Select(Quoted)) + (Names.Count > MostNamed ? ", …" : "");

    private static string Quoted(string name) => name.Length <= LongestName ? $"`{name}`" : $"`{name[..LongestName]}…`";
}
