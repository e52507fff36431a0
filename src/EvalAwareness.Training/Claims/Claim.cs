namespace EvalAwareness.Training.Claims;

/// <summary>Something an explanation says about the text, that the text decides.</summary>
/// <param name="Specificity">How much it pins down.</param>
/// <param name="Value">What it says; claims of the same specificity and value say the same.</param>
/// <param name="Start">First character of the explanation that goes when the claim is taken out, where it is made first.</param>
/// <param name="End">One past the last such character.</param>
public sealed record Claim(Specificity Specificity, string Value, int Start, int End);
