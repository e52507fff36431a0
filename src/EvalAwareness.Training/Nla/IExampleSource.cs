using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Nla;

/// <summary>Examples for the warm start.</summary>
public interface IExampleSource
{
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="count">Examples of a step.</param>
    IReadOnlyList<WarmStartExample> At(int step, int count);
}
