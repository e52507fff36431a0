using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Nla;

/// <summary>What a natural language autoencoder is trained on. What a step holds depends on its number alone, so that a resumed training repeats nothing and skips nothing.</summary>
public interface INlaData : IDisposable
{
    /// <summary>How much each token of a summary counts.</summary>
    ISummaryImportance Importance { get; }

    /// <summary>Norms and variance of the target's activations.</summary>
    ActivationStatistics Measure();

    /// <summary>Activations with a summary of what led to them.</summary>
    /// <param name="split">Whose documents: the verbalizer's are not the reconstructor's.</param>
    IExampleSource Examples(DataSplit split);

    /// <summary>Activations alone.</summary>
    IActivationSource Activations(DataSplit split);
}
