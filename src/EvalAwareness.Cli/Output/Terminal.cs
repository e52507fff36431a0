using Spectre.Console;

namespace EvalAwareness.Cli.Output;

/// <summary>Spectre's console over a writer.</summary>
internal static class Terminal
{
    // Text that is not shown on a terminal, such as a log, is not folded at Spectre's 80 columns.
    private const int WideEnough = 160;

    public static IAnsiConsole Over(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
            console.Profile.Width = WideEnough;
        return console;
    }

    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < columns.Length; i++)
            table.AddColumn(new TableColumn(columns[i]) { Alignment = i == 0 ? Justify.Left : Justify.Right });
        return table;
    }

    /// <summary>Text from outside as it may stand in a table.</summary>
    public static string Plain(string text) => Markup.Escape(Excerpt.Of(text, WideEnough));
}
