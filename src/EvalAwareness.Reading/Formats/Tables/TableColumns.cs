namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>The columns of a table by name, whatever the case.</summary>
internal sealed class TableColumns(IReadOnlyList<string> names)
{
    private const int MostNamed = 20;

    public IReadOnlyList<string> Names => names;

    public int? Id => Find("conversation_id", "transcript_id", "id", "uuid");

    public int? Model => Find("model");

    public int? System => Find("system", "system_prompt");

    /// <summary>Place of the first of these that there is.</summary>
    public int? Find(params ReadOnlySpan<string> wanted)
    {
        foreach (var name in wanted)
        {
            for (var index = 0; index < names.Count; index++)
            {
                if (names[index].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                    return index;
            }
        }
        return null;
    }

    /// <summary>Why a table with these columns is not read.</summary>
    public string Refusal =>
        "a table without conversations: it needs a column `messages`, or `prompt` and `response`, or `role` and `content` with a "
        + "`conversation_id`; its columns are " + string.Join(", ", names.Take(MostNamed).Select(name => $"`{name}`")) + (names.Count > MostNamed ? ", …" : "");
}
