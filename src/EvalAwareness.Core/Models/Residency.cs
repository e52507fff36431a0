namespace EvalAwareness.Core.Models;

/// <summary>How the models of a run share the memory. No row depends on it.</summary>
public enum Residency
{
    /// <summary>Resident where all fit into the memory that is free, else sequential.</summary>
    Auto,

    /// <summary>All stay loaded; every block is finished before the next begins.</summary>
    Resident,

    /// <summary>One at a time: a stage is finished for a group of blocks, then its model makes room for the next.</summary>
    Sequential,
}
