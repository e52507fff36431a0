using System.Text.RegularExpressions;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core.Progress;
using Spectre.Console;

namespace EvalAwareness.Cli.Tests.Progress;

public sealed partial class ProgressTests
{
    [Fact]
    public void A_log_gets_a_line_at_both_ends_and_every_ten_seconds()
    {
        using var log = new StringWriter { NewLine = "\n" };
        var clock = new HandClock();
        using (var stage = new LineProgress(log, clock).Begin("audit", 40, "positions"))
        {
            foreach (var seconds in (int[])[4, 4, 4, 9])
            {
                clock.Advance(TimeSpan.FromSeconds(seconds));
                stage.Advance(10);
            }

            stage.Describe("loss 0.3");
        }

        Assert.Equal(
            """
            audit: 40 positions
            audit: 30 of 40 positions
            audit: 40 of 40 positions in 21.0 s, loss 0.3

            """.ReplaceLineEndings("\n"), log.ToString());
    }

    [Fact]
    public void A_terminal_gets_a_bar_that_knows_its_total()
    {
        using var screen = new StringWriter();
        var progress = new SpectreProgress(AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(screen),
        }));
        using (var outer = progress.Begin("audit", 40, "positions"))
        {
            using (var inner = progress.Begin("plan [1]", 0, "datasets"))
                inner.Describe("mail");
            outer.Advance(12);
        }

        using (var later = progress.Begin("report", 7, "figures"))
            later.Advance(7);

        var text = Escape.Replace(screen.ToString(), "");
        Assert.Contains("audit, positions", text);
        Assert.Contains("12/40", text);
        Assert.Contains("plan [1], datasets: mail", text);
        Assert.Contains("7/7", text);
    }

    [Theory]
    [InlineData(true, typeof(SilentProgress))]
    [InlineData(false, typeof(LineProgress))]
    public void A_redirected_stream_gets_lines_and_a_json_document_nothing_beside_it(bool json, Type expected) =>
        Assert.IsType(expected, ProgressChoice.For(new StringWriter(), json));

    [GeneratedRegex(@"\e\[[0-9;?]*[a-zA-Z]")]
    private static partial Regex Escape { get; }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
