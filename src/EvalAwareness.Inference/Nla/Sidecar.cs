namespace EvalAwareness.Inference.Nla;

/// <summary>The contract of an NLA checkpoint, from its <c>nla_meta.yaml</c>.</summary>
public sealed record Sidecar
{
    /// <summary>Name of the file in the checkpoint folder.</summary>
    public const string FileName = "nla_meta.yaml";

    public const string WarmStarted = "sl";

    public const string JointlyTrained = "rl";

    /// <summary>Place of the marker in the verbalizer's template.</summary>
    public const string MarkerSlot = "{injection_char}";

    /// <summary>Place of the explanation in the reconstructor's template.</summary>
    public const string ExplanationSlot = "{explanation}";

    public required NlaRole Role { get; init; }

    /// <summary>Which training it comes from: <c>sl</c> after a warm start, <c>rl</c> after joint training.</summary>
    public string Stage { get; init; } = WarmStarted;

    /// <summary>Width d of the activations.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Index K of the decoder block whose output is read, from 0.</summary>
    public required int Layer { get; init; }

    /// <summary>Decoder block whose output an activation is added to, counted from 0; null where it replaces the marker's embedding.</summary>
    public int? InjectionLayer { get; init; }

    /// <summary>L2 norm that an activation has when it replaces the marker's embedding; null on a reconstructor, and unused where it is added.</summary>
    public double? InjectionScale { get; init; }

    /// <summary>Norm that predictions and activations are scaled to before their squared difference is taken: √d.</summary>
    public double? MseScale { get; init; }

    /// <summary>The one-token marker at which an activation enters.</summary>
    public required string Marker { get; init; }

    public required int MarkerId { get; init; }

    public required int LeftNeighbourId { get; init; }

    public required int RightNeighbourId { get; init; }

    /// <summary>Last token ids of the reconstructor's prompt; empty on a verbalizer.</summary>
    public IReadOnlyList<int> SuffixIds { get; init; } = [];

    /// <summary>The user message that asks for an explanation, with <see cref="MarkerSlot"/>.</summary>
    public string? VerbalizerTemplate { get; init; }

    /// <summary>The raw prompt that is read back, with <see cref="ExplanationSlot"/>.</summary>
    public string? ReconstructorTemplate { get; init; }

    /// <summary>Mean squared deviation of normalised activations from their mean, the denominator of FVE; null when not stated.</summary>
    public double? VarianceBaseline { get; init; }

    /// <summary>What the checkpoint was trained on; null when not stated.</summary>
    public string? TrainedOn { get; init; }
}
