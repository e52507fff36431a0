using EvalAwareness.Cli.Output;
using Spectre.Console;

namespace EvalAwareness.Cli.Transcripts;

/// <summary>Shows what would be read of some files.</summary>
internal static class InspectionView
{
    private const int MostReasons = 20;

    public static void Draw(Inspection inspection, TextWriter output)
    {
        var terminal = Terminal.Over(output);
        foreach (var conversation in inspection.Conversations)
            Draw(conversation, terminal, output);
        foreach (var failure in inspection.Failures.Take(MostReasons))
            output.WriteLine($"left out: {Excerpt.Of(failure.Source, 200)}: {Excerpt.Of(failure.Message, 400)}");
        if (inspection.Failed > MostReasons)
            output.WriteLine($"and {inspection.Failed - MostReasons} more; --json lists the first {Math.Min(inspection.Failed, 1_000)}.");
        var counts = inspection.Counts;
        output.WriteLine(
            $"{counts.Conversations} conversations ({string.Join(", ", inspection.Formats.Select(format => $"{format.Value} {format.Key}"))}), "
            + $"{counts.Messages} messages, {counts.AssistantTurns} assistant turns, {counts.TurnsWithoutText} of them without visible text.");
        output.WriteLine($"{inspection.Readable} conversations would be read; {inspection.Failed} things left out.");
        if (inspection.Conversations.Count < counts.Conversations)
            output.WriteLine($"Shown: the first {inspection.Conversations.Count}; --conversations N|all shows more.");
    }

    private static void Draw(InspectedTranscript conversation, IAnsiConsole terminal, TextWriter output)
    {
        output.WriteLine(
            $"{Excerpt.Of(conversation.Id, 200)}  {Excerpt.Of(conversation.Source, 200)}  {conversation.Format}"
            + (conversation.Model is { } model ? $"  {Excerpt.Of(model, 100)}" : ""));
        if (conversation.Problem is { } problem)
            output.WriteLine($"nothing of it would be read: {Excerpt.Of(problem, 400)}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("message", "role", "section", "characters", "read", "text");
        table.Columns[3].Alignment = Justify.Right;
        foreach (var row in conversation.Segments)
            table.AddRow([.. Cells(row).Select(cell => new Text(cell))]);
        terminal.Write(table);
    }

    private static IEnumerable<string> Cells(SegmentRow row) =>
        [$"{row.Message}", row.Role, row.Section, $"{row.Characters}", row.Read ? "yes" : $"no: {row.Why}", Excerpt.Of(row.Text, 60)];
}
