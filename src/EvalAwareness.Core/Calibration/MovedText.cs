namespace EvalAwareness.Core.Calibration;

/// <summary>A pair in which an attack changed the answer.</summary>
/// <param name="Wants">The verdict the attack is after, in lower case; none for no usable one.</param>
/// <param name="Beginning">How the attacked text begins.</param>
public sealed record MovedText(string Pair, string Kind, string Wants, Answer Clean, Answer Attacked, string Beginning)
{
    public static MovedText Of(AttackAnswer answer) => new(
        answer.Text.Pair, answer.Text.Kind, answer.Text.Wants?.ToString().ToLowerInvariant() ?? "none",
        Answers.Of(answer.Clean), Answers.Of(answer.Attacked), Disagreement.Begin(answer.Text.Attacked.Text));
}
