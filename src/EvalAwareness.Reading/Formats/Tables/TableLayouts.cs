namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>Tells by its columns how a table holds conversations.</summary>
internal static class TableLayouts
{
    /// <summary>The layout; null where the table holds none.</summary>
    public static ITableLayout? Of(TableColumns columns) =>
        (ITableLayout?)MessagesLayout.Of(columns) ?? (ITableLayout?)TurnsLayout.Of(columns) ?? ExchangeLayout.Of(columns);

    /// <summary>Those of the columns that there are.</summary>
    public static IReadOnlySet<int> Some(params ReadOnlySpan<int?> columns)
    {
        var some = new HashSet<int>();
        foreach (var column in columns)
        {
            if (column is { } index)
                some.Add(index);
        }
        return some;
    }
}
