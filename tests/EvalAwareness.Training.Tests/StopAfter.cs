using EvalAwareness.Core.Progress;

namespace EvalAwareness.Training.Tests;

/// <summary>Cancels once a number of steps is done.</summary>
internal sealed class StopAfter(int steps) : IProgressReporter, IProgressStage
{
    private readonly CancellationTokenSource _stop = new();
    private long _done;

    public CancellationToken Token => _stop.Token;

    public IProgressStage Begin(string stage, long total, string unit) => this;

    public void Advance(long units)
    {
        if ((_done += units) >= steps)
            _stop.Cancel();
    }

    public void Describe(string note) { }

    public void Dispose() { }
}
