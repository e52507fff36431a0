using System.CommandLine;
using System.Globalization;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Estimation;
using EvalAwareness.Training.Nla;
using Spectre.Console;

namespace EvalAwareness.Cli.Training;

/// <summary>Shows what a training would take; no weights are read.</summary>
internal static class TrainEstimateView
{
    private const double NeedsDecimals = 100;

    public static async Task<int> ShowAsync(
        TrainCorpusSettings corpus, ParseResult parsed, IReadOnlySet<DataSplit> splits, TrainSettings settings, CancellationToken stop)
    {
        var recipe = corpus.Recipe(parsed);
        var scale = await ScaleAsync(recipe, corpus.Corpus(parsed), corpus.Documents(parsed), splits, settings.Progress(parsed), stop);
        var estimate = new TrainingEstimate(recipe, scale);
        var rows = splits.Contains(DataSplit.Reinforcement) ? estimate.Joint() : estimate.WarmStart();
        var output = parsed.InvocationConfiguration.Output;
        if (settings.Json(parsed))
            JsonOutput.Write(rows, output);
        else
            Draw(recipe, rows, output);
        return ExitCode.Done;
    }

    /// <summary>Counted where there are documents and a tokenizer.</summary>
    private static async Task<CorpusScale> ScaleAsync(
        NlaRecipe recipe, IReadOnlyList<string> files, DocumentOptions options, IReadOnlySet<DataSplit> splits, IProgressReporter progress, CancellationToken stop)
    {
        if (files.Count == 0 || !File.Exists(Path.Combine(recipe.Target, "tokenizer.json")))
            return CorpusScale.Assumed(options);
        return CorpusScale.Counted(await new CorpusActivations(recipe, files, options, progress).SurveyAsync(stop), splits);
    }

    private static void Draw(NlaRecipe recipe, IEnumerable<EstimateRow> rows, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("stage", "what").AddColumn(new TableColumn("estimate") { Alignment = Justify.Right }).AddColumn("");
        foreach (var row in rows)
            table.AddRow(row.Stage, Markup.Escape(row.What), Number(row.Value), row.Unit);
        Terminal.Over(output).Write(table);
        output.WriteLine($"Block {recipe.Layer} of {recipe.Architecture.Blocks}, counted from 0, would be read.");
    }

    private static string Number(double value) =>
        value.ToString(value is > 0 and < NeedsDecimals && value != Math.Floor(value) ? "0.###" : "N0", CultureInfo.InvariantCulture);
}
