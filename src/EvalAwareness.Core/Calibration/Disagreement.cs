using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>A text on which a judge's answer is not the label.</summary>
/// <param name="Reasoning">Why, in the judge's words; for a rubric the rule, for what was not answered the reason.</param>
/// <param name="Evidence">What the judge quoted.</param>
/// <param name="Beginning">How the text begins.</param>
public sealed record Disagreement(
    string Id, string? Split, string? Class, Verdict Label, Answer Answer, string Reasoning, string Evidence, string Beginning)
{
    private const int Shown = 160;

    public static Disagreement Of(LabelledAnswer answer) => new(
        answer.Item.Id, answer.Item.Split, answer.Item.Class, answer.Item.Label, answer.Answer,
        answer.Judgement.UnparsedReason ?? answer.Judgement.RefusedReason ?? answer.Judgement.Reasoning,
        answer.Judgement.Evidence, Begin(answer.Item.Text));

    internal static string Begin(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Shown)
            return line;
        // Never half of a character that takes two.
        return line[..(char.IsHighSurrogate(line[Shown - 1]) ? Shown - 1 : Shown)] + "…";
    }
}
