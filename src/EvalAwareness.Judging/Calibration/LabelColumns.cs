using EvalAwareness.Core;

namespace EvalAwareness.Judging.Calibration;

/// <summary>The header of a label file. Columns it does not need are ignored.</summary>
internal static class LabelColumns
{
    /// <exception cref="RefusedException">A needed column is missing, or one is named twice.</exception>
    public static void Check(string path, IReadOnlyList<string> header, IReadOnlyList<string> needed)
    {
        var missing = needed.Except(header).ToList();
        if (missing.Count > 0)
            throw new RefusedException($"{path}: {Missing(header, missing)}");
        if (header.GroupBy(name => name).FirstOrDefault(name => name.Count() > 1) is { } twice)
            throw new RefusedException($"{path}: two columns are named {twice.Key}; rename one of them");
    }

    private static string Missing(IReadOnlyList<string> header, IReadOnlyList<string> missing)
    {
        var names = $"no column {string.Join(", ", missing)}";
        if (header.Contains("id") && header.Contains("target"))
            return $"{names}. This is a validation file of Inspect Scout: it names transcripts and holds no texts. "
                + "Add the texts that were labelled as text, and name the column target label";
        return header.Count == 0 ? $"{names}; the file is empty" : $"{names}; its first line names {string.Join(" | ", header)}";
    }
}
