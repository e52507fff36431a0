using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>One text with the verdict that a reader gave it.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Label">The verdict.</param>
/// <param name="Text">The explanation, or the assistant turn.</param>
public sealed record LabelledItem(string Id, Verdict Label, string Text)
{
    /// <summary>What came before a turn; empty when there is nothing.</summary>
    public string Context { get; init; } = "";

    /// <summary>Null where the file does not say; so are the next two.</summary>
    public string? Dataset { get; init; }

    /// <summary>Such as dev or test.</summary>
    public string? Split { get; init; }

    /// <summary>Why the label is what it is.</summary>
    public string? Class { get; init; }

    /// <summary>Whether it is among the rows of a split; <see cref="LabelSet.EverySplit"/> takes every row.</summary>
    public bool IsIn(string split) =>
        split.Equals(LabelSet.EverySplit, StringComparison.OrdinalIgnoreCase) || split.Equals(Split, StringComparison.OrdinalIgnoreCase);
}
