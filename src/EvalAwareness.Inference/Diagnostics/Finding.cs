namespace EvalAwareness.Inference.Diagnostics;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Health">What it means.</param>
/// <param name="Detail">What was found, or what to do about it.</param>
public sealed record Finding(string Subject, Health Health, string Detail)
{
    /// <summary>Whether a run may go on with it.</summary>
    public bool IsGood => Health != Health.Wrong;
}
