namespace EvalAwareness.Core.Models;

/// <summary>How an activation enters a verbalizer at its marker. A verbalizer understands only the way it was trained with.</summary>
public enum InjectionMode
{
    /// <summary>It stands in place of the marker's embedding, scaled to the norm that the sidecar states: as the released pairs were trained.</summary>
    Replace,

    /// <summary>Its direction is added to what a decoder block computed at the marker, as long as that is itself.</summary>
    Add,
}
