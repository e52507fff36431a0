using EvalAwareness.Inference.Nla;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Organism;

/// <summary>What the organism's verbalizer and reconstructor are asked with.</summary>
internal static class OrganismNla
{
    /// <summary>The vocabulary is trained to hold this character as one token.</summary>
    public const string Marker = "㈎";

    public const string TrainedOn = "organism";

    // A small model finds the activation, and the explanation's last words, the sooner the fewer tokens stand between
    // them and where they are needed.
    public static NlaPrompts Prompts { get; } = new($"<{Sidecar.MarkerSlot}>", $"<text>{Sidecar.ExplanationSlot}</text>");
}
