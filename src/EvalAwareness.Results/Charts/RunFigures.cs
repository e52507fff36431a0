using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Charts;

/// <summary>The figures of a run.</summary>
public static class RunFigures
{
    public const string FolderName = "figures";

    /// <summary>Writes every figure the run has numbers for, as SVG and PNG, into FOLDER/figures.</summary>
    public static IReadOnlyList<Figure> Write(RunTables tables, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, FolderName)).FullName;
        return [.. Draw(tables).OfType<Drawing>().Select(drawing => drawing.Write(target))];
    }

    private static IEnumerable<Drawing?> Draw(RunTables tables)
    {
        yield return AwarenessChart.Draw(tables.Rates);
        if (TruthStudy.Of(tables) is not { } study) yield break;
        yield return DetectionChart.Draw(study);
        yield return CredenceChart.Draw(study);
    }
}
