namespace EvalAwareness.Core.Progress;

/// <summary>One stage of long work.</summary>
public interface IProgressStage : IDisposable
{
    void Advance(long units);

    /// <summary>Replaces the short note beside the bar, such as the current loss.</summary>
    void Describe(string note);
}
