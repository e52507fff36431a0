namespace EvalAwareness.Inference.Diagnostics;

/// <summary>One thing that was looked at.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="IsGood">Whether it is as it must be.</param>
/// <param name="Detail">What was found, or what to do about it.</param>
public sealed record Finding(string Subject, bool IsGood, string Detail);
