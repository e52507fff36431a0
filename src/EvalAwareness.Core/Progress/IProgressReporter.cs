namespace EvalAwareness.Core.Progress;

/// <summary>Where long work tells how far it is. The command line draws bars; tests collect.</summary>
public interface IProgressReporter
{
    /// <summary>Begins a stage of <paramref name="total"/> units; dispose the stage to end it.</summary>
    IProgressStage Begin(string stage, long total, string unit);
}
