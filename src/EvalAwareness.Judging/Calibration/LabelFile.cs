using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;

namespace EvalAwareness.Judging.Calibration;

/// <summary>A file of labels, read.</summary>
/// <param name="Sha256">Hash of the file, lower-case hex.</param>
/// <param name="Items">What could be read, in order.</param>
/// <param name="Quarantined">What could not.</param>
public sealed record LabelFile<T>(string Sha256, IReadOnlyList<T> Items, IReadOnlyList<QuarantinedRow> Quarantined);

/// <summary>Reads the files of labels that a judge is held against.</summary>
public static class LabelFile
{
    /// <summary>Texts with labels: columns id, text and label; dataset, split, class and context where there are such.</summary>
    /// <exception cref="RefusedException">The file is not what it should be, or has no row that can be read.</exception>
    public static LabelFile<LabelledItem> ReadTexts(string path)
    {
        var table = LabelTable.Open(path, "id", "text", "label");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return Of(path, table, table.Rows, row => row.Line, row => row.Item() is var item && ids.Add(item.Id)
            ? item
            : throw new ItemException($"id {item.Id} stands on an earlier line too"));
    }

    /// <summary>Texts without and with an attack: columns id, pair, kind, wants, label and text, two rows a pair, of which one is clean.</summary>
    /// <exception cref="RefusedException">The file is not what it should be, or has no pair that can be read.</exception>
    public static LabelFile<AttackedText> ReadAttacks(string path)
    {
        var table = LabelTable.Open(path, "id", "pair", "kind", "wants", "label", "text");
        return Of(path, table, table.Rows.GroupBy(row => row.Cells["pair"]), pair => pair.First().Line, AttackRows.Pair);
    }

    private static LabelFile<T> Of<TRow, T>(
        string path, LabelTable table, IEnumerable<TRow> rows, Func<TRow, int> lineOf, Func<TRow, T> read) where T : class
    {
        var outcomes = rows.Select(row => (Line: lineOf(row), Outcome: ItemBoundary.Try(() => read(row)))).ToList();
        var items = outcomes.Select(row => row.Outcome.Value).OfType<T>().ToList();
        var quarantined = table.Quarantined
            .Concat(outcomes.Where(row => row.Outcome.Failure is not null).Select(row => new QuarantinedRow(row.Line, row.Outcome.Failure!)))
            .OrderBy(row => row.Line)
            .ToList();
        if (items.Count > 0)
            return new LabelFile<T>(table.Sha256, items, quarantined);
        throw new RefusedException(quarantined.Count == 0
            ? $"{path}: no labels under its first line"
            : $"{path}: no row can be read; line {quarantined[0].Line}: {quarantined[0].Reason}");
    }
}
