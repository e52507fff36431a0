using EvalAwareness.Core.Progress;
using Spectre.Console;

namespace EvalAwareness.Cli.Progress;

/// <summary>Bars that know their total. The display lives as long as a stage is open.</summary>
internal sealed class SpectreProgress(IAnsiConsole console) : IProgressReporter
{
    private readonly Lock _lock = new();
    private Display? _display;
    private int _open;

    public IProgressStage Begin(string stage, long total, string unit)
    {
        lock (_lock)
        {
            _open++;
            _display ??= Display.Start(console);
            return new Stage(this, _display.Add(stage, total, unit), $"{stage}, {unit}");
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_open > 0)
                return;
            _display!.Stop();
            _display = null;
        }
    }

    private sealed class Stage(SpectreProgress owner, ProgressTask task, string title) : IProgressStage
    {
        private bool _ended;

        public void Advance(long units) => task.Increment(units);

        public void Describe(string note) => task.Description = Markup.Escape($"{title}: {note}");

        public void Dispose()
        {
            if (_ended)
                return;
            _ended = true;
            task.StopTask();
            owner.End();
        }
    }

    /// <summary>Spectre draws only while a callback runs; this callback runs until it is told to stop.</summary>
    private sealed class Display(ProgressContext context, TaskCompletionSource stop, Task drawing)
    {
        public static Display Start(IAnsiConsole console)
        {
            var stop = new TaskCompletionSource();
            var started = new TaskCompletionSource<ProgressContext>();
            var drawing = console.Progress()
                .Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                    new CountColumn(), new RemainingTimeColumn(), new ElapsedTimeColumn())
                .StartAsync(context =>
                {
                    started.SetResult(context);
                    return stop.Task;
                });
            return new Display(started.Task.GetAwaiter().GetResult(), stop, drawing);
        }

        public ProgressTask Add(string stage, long total, string unit) =>
            context.AddTask(Markup.Escape($"{stage}, {unit}"), maxValue: Math.Max(total, 1));

        public void Stop()
        {
            stop.SetResult();
            drawing.GetAwaiter().GetResult();
        }
    }
}
