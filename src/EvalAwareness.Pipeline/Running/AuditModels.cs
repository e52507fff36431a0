using EvalAwareness.Core;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The models of a run.</summary>
/// <param name="Target">The model under audit.</param>
/// <param name="Nla">Reads its activations.</param>
/// <param name="WarmStart">The pair before its joint training; null when the audit does not ask for it.</param>
public sealed record AuditModels(ITargetModel Target, NlaModels Nla, NlaModels? WarmStart = null)
{
    /// <summary>The pair that reads under a condition.</summary>
    internal NlaModels Under(string condition) => condition == Conditions.WarmStart
        ? WarmStart ?? throw new RefusedException("warm_start: the audit reads it, and no pair was loaded")
        : Nla;
}
