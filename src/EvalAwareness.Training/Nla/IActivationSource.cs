namespace EvalAwareness.Training.Nla;

/// <summary>Activations for joint training.</summary>
public interface IActivationSource
{
    /// <param name="step">Number of the step, from 0.</param>
    /// <param name="count">Activations of a step.</param>
    /// <returns>Raw outputs of block K, each of width d.</returns>
    IReadOnlyList<float[]> At(int step, int count);
}
