namespace EvalAwareness.Core.Positions;

/// <summary>Why a token can be no position.</summary>
public enum ExclusionRule
{
    TooEarly,
    Template,
    NotResponse,
    Reasoning,
}
