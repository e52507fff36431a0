namespace EvalAwareness.Core.Transcripts;

/// <summary>Whose words a message is, where that is not who its role says: such an assistant message is never the audited model's own.</summary>
public enum Author
{
    /// <summary>Shown to the model as an example of how to act.</summary>
    Demonstration,

    /// <summary>Put into the model's mouth for it to go on from.</summary>
    Prefill,

    /// <summary>Another agent that the model called, or that called it.</summary>
    SubAgent,

    /// <summary>A model that grades.</summary>
    Scorer,

    /// <summary>A model that plays users and tools to probe the audited one.</summary>
    Auditor,

    /// <summary>The program around the model: resets, summaries, exits.</summary>
    Scaffold,
}
