using System.Globalization;
using EvalAwareness.Pipeline.Planning;
using Spectre.Console;

namespace EvalAwareness.Cli.Output;

/// <summary>Shows what an audit would do.</summary>
internal static class PlanView
{
    public static int Show(PlannedAudit planned, bool json, TextWriter output)
    {
        var facts = PlanFacts.Of(planned);
        if (json)
            JsonOutput.Write(facts, output);
        else
            Draw(facts, output);
        return planned.Plan.Failures.Count == 0 ? ExitCode.Done : ExitCode.Quarantined;
    }

    private static void Draw(PlanFacts facts, TextWriter output)
    {
        var table = Terminal.Table("dataset", "kind", "condition", "transcripts", "positions");
        foreach (var row in facts.Datasets)
            table.AddRow(
                Markup.Escape(row.Dataset), row.Kind, row.Condition, Number(row.Transcripts), Number(row.Positions));
        Terminal.Over(output).Write(table);
        output.WriteLine(
            $"{Number(facts.Blocks)} blocks; {Number(facts.CaptureTokens)} tokens to read, at most "
            + $"{Number(facts.MostGeneratedTokens)} to write; {Number(facts.Failures)} items quarantined.");
        if (facts.Judge is { } judge)
            output.WriteLine(InWords(judge));
    }

    private static string InWords(JudgeEstimate judge)
    {
        var cost = judge.Cost is { } price ? string.Create(CultureInfo.InvariantCulture, $", {price:N2} by the prices given") : "";
        return $"judge {judge.Model}: at most {Number(judge.Requests)} requests, {Number(judge.PromptTokens)} tokens to read (one for every 4 bytes) and "
            + $"{Number(judge.AnswerTokens)} to write{cost}; what is identical, or was answered before, is not asked.";
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
