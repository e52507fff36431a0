namespace EvalAwareness.Training.Nla;

/// <summary>What a document is used for; no document is used for two things.</summary>
public enum DataSplit
{
    /// <summary>The verbalizer's warm start.</summary>
    Verbalizer,

    /// <summary>The reconstructor's warm start.</summary>
    Reconstructor,

    /// <summary>Joint training.</summary>
    Reinforcement,

    /// <summary>Measuring joint training.</summary>
    HeldOut,
}
