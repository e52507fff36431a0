using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Charts;

/// <summary>The figures of a run.</summary>
public static class RunFigures
{
    public const string FolderName = "figures";

    /// <summary>Writes every figure the run has numbers for, as SVG and PNG, into FOLDER/figures.</summary>
    /// <param name="tables">The tables of the run.</param>
    /// <param name="study">How right they are; null where the truth is not known.</param>
    /// <param name="folder">The folder of the run.</param>
    public static IReadOnlyList<Figure> Write(RunTables tables, TruthStudy? study, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, FolderName)).FullName;
        return [.. Draw(tables, study).OfType<Drawing>().Select(drawing => drawing.Write(target))];
    }

    private static IEnumerable<Drawing?> Draw(RunTables tables, TruthStudy? study)
    {
        yield return AwarenessChart.Draw(tables.Rates);
        if (study is null) yield break;
        yield return DetectionChart.Draw(study);
        yield return CredenceChart.Draw(study);
        yield return CountChart.Draw(study);
        yield return ReferenceChart.Draw(study);
    }
}
