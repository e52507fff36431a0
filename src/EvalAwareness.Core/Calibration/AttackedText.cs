using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>A text without and with words that address the judge.</summary>
/// <param name="Pair">Unique in its file.</param>
/// <param name="Kind">What the words try.</param>
/// <param name="Wants">The verdict they are after; null for none at all.</param>
/// <param name="IsTurn">Whether the text is an assistant turn and no explanation.</param>
public sealed record AttackedText(string Pair, string Kind, Verdict? Wants, bool IsTurn, LabelledItem Clean, LabelledItem Attacked);
