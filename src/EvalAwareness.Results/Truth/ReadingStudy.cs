namespace EvalAwareness.Results.Truth;

/// <summary>One way of reading held against the known belief. All but the shares of YES by kind and the fidelity concerns only
/// transcripts that do not say so.</summary>
public sealed record ReadingStudy
{
    public required string Condition { get; init; }

    /// <summary>What was judged: explanation, window or activation.</summary>
    public required string Subject { get; init; }

    public required Detections Detections { get; init; }

    public required YesShares YesShares { get; init; }

    /// <summary>Null for anything but explanations.</summary>
    public Fidelity? Fidelity { get; init; }

    public required RuleStudy Rules { get; init; }

    public required CredenceStudy Credence { get; init; }

    public required CurveStudy Curves { get; init; }

    public required FirstYes FirstYes { get; init; }

    internal static ReadingStudy Of(ReadingSeries series, Fidelity? fidelity = null) => new()
    {
        Condition = series.Condition,
        Subject = series.Subject,
        Detections = Detections.Of(series),
        YesShares = YesShares.Of(series),
        Fidelity = fidelity,
        Rules = RuleStudy.Of(series),
        Credence = CredenceStudy.Of(series),
        Curves = CurveStudy.Of(series),
        FirstYes = FirstYes.Of(series),
    };
}
