namespace EvalAwareness.Inference.Diagnostics;

/// <summary>What a finding means for a run.</summary>
public enum Health
{
    /// <summary>As it must be.</summary>
    Good,

    /// <summary>Perhaps wrong, or nothing that could be judged: a person should look.</summary>
    Doubtful,

    /// <summary>Certain to be wrong: nothing that is computed with it would mean anything.</summary>
    Wrong,
}
