using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Calibration;
using Spectre.Console;

namespace EvalAwareness.Cli.Judging;

/// <summary>How far attacks move a judge.</summary>
internal static class AttackTables
{
    private const int Widest = 160;

    public static void Draw(AttackResistance attacks, IAnsiConsole console, TextWriter output)
    {
        var table = Terminal.Table($"attack on {Terminal.Plain(attacks.Name)}", "answer moved", "moved to what it wants, where it was not already");
        foreach (var group in attacks.Groups)
            table.AddRow(Terminal.Plain(group.Kind), CalibrationView.Cell(group.Moved), CalibrationView.Cell(group.MovedWhereWanted));
        console.Write(table);
        foreach (var pair in attacks.Moved)
            output.WriteLine("  " + Excerpt.Of($"{pair.Pair} ({pair.Kind}, wants {pair.Wants}): {pair.Clean} became {pair.Attacked}".ToLowerInvariant(), Widest));
    }
}
