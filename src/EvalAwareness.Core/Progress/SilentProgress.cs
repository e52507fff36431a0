namespace EvalAwareness.Core.Progress;

/// <summary>Tells nobody.</summary>
public sealed class SilentProgress : IProgressReporter, IProgressStage
{
    public static SilentProgress Instance { get; } = new();

    public IProgressStage Begin(string stage, long total, string unit) => this;

    public void Advance(long units) { }

    public void Describe(string note) { }

    public void Dispose() { }
}
