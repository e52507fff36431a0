using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Calibration;

/// <summary>One row of a label file.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Cells">Its values by column, names in lower case.</param>
internal sealed record LabelRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    private static readonly Dictionary<string, Verdict> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = Verdict.Yes,
        ["true"] = Verdict.Yes,
        ["1"] = Verdict.Yes,
        ["no"] = Verdict.No,
        ["false"] = Verdict.No,
        ["0"] = Verdict.No,
        ["unclear"] = Verdict.Unclear,
    };

    /// <exception cref="ItemException">There is nothing in it.</exception>
    public string Required(string column) => Optional(column) ?? throw new ItemException($"{column} is empty");

    /// <summary>Null where the file has no such column or nothing in it.</summary>
    public string? Optional(string column) => Cells.GetValueOrDefault(column) is { } cell && !string.IsNullOrWhiteSpace(cell) ? cell : null;

    /// <exception cref="ItemException">It is none of the labels.</exception>
    public Verdict Label(string column) => Labels.TryGetValue(Required(column).Trim(), out var label)
        ? label
        : throw new ItemException($"{column} is {Quoted(column)}; legal are yes, no and unclear, or true, false, 1 and 0");

    /// <exception cref="ItemException">It is none of <paramref name="legal"/>.</exception>
    public string Choice(string column, params IReadOnlyList<string> legal)
    {
        var given = Required(column).Trim().ToLowerInvariant();
        return legal.Contains(given) ? given : throw new ItemException($"{column} is {Quoted(column)}; legal are {string.Join(", ", legal)}");
    }

    public LabelledItem Item() => new(Required("id").Trim(), Label("label"), Required("text"))
    {
        Context = Optional("context") ?? "",
        Dataset = Optional("dataset")?.Trim(),
        Split = Optional("split")?.Trim(),
        Class = Optional("class")?.Trim(),
    };

    private string Quoted(string column) => Cells[column] is { Length: > 40 } endless ? $"\"{endless[..40]}…\"" : $"\"{Cells[column]}\"";
}
