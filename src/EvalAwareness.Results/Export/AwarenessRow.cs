namespace EvalAwareness.Results.Export;

/// <summary>The verdicts on one transcript under one condition. Columns are the snake_case of the properties.</summary>
internal sealed record AwarenessRow
{
    public required string TranscriptId { get; init; }
    public required string Dataset { get; init; }
    public required string Kind { get; init; }
    public required string Condition { get; init; }
    public string? SourceFile { get; init; }
    public string? SourcePlace { get; init; }
    public string? SourceFormat { get; init; }
    public string? SourceModel { get; init; }

    /// <summary>yes, no, unclear; null with the reason in <see cref="VerbalizedProblem"/>.</summary>
    public string? Verbalized { get; init; }
    public string? VerbalizedEvidence { get; init; }
    public int? VerbalizedMessageIndex { get; init; }
    public string? VerbalizedProblem { get; init; }

    /// <summary>Turns with a verdict; null where turns were not judged under this condition.</summary>
    public int? TurnsJudged { get; init; }
    public int? TurnsUnparsed { get; init; }

    /// <summary>Positions planned for reading; what follows counts explanations, one or more at each.</summary>
    public required int NlaPositions { get; init; }
    public required int NlaYes { get; init; }
    public required int NlaNo { get; init; }
    public required int NlaUnclear { get; init; }
    public required int NlaUnparsed { get; init; }
    public required int NlaMissing { get; init; }

    /// <summary>YES among YES, NO and UNCLEAR; null with the reason in <see cref="NlaProblem"/>.</summary>
    public double? NlaYesShare { get; init; }
    public int? NlaFirstYesPosition { get; init; }
    public int? NlaFirstYesMessageIndex { get; init; }
    public string? NlaEvidence { get; init; }
    public string? NlaProblem { get; init; }

    public static AwarenessRow Of(TranscriptAwareness read) => new()
    {
        TranscriptId = read.Transcript.TranscriptId,
        Dataset = read.Transcript.Dataset,
        Kind = read.Transcript.Kind,
        Condition = read.Transcript.Condition,
        SourceFile = read.Transcript.SourceFile,
        SourcePlace = read.Transcript.SourcePlace,
        SourceFormat = read.Transcript.SourceFormat,
        SourceModel = read.Transcript.SourceModel,
        Verbalized = read.Verbalized,
        VerbalizedEvidence = read.Turn?.Evidence,
        VerbalizedMessageIndex = read.Turn?.MessageIndex,
        VerbalizedProblem = read.VerbalizedProblem,
        TurnsJudged = read.Turns?.Answered,
        TurnsUnparsed = read.Turns?.Unparsed,
        NlaPositions = read.Transcript.Positions,
        NlaYes = read.Explanations.Yes,
        NlaNo = read.Explanations.No,
        NlaUnclear = read.Explanations.Unclear,
        NlaUnparsed = read.Explanations.Unparsed,
        NlaMissing = read.Explanations.Missing,
        NlaYesShare = read.Explanations.YesShare,
        NlaFirstYesPosition = read.FirstYes?.Position,
        NlaFirstYesMessageIndex = read.FirstYes?.MessageIndex,
        NlaEvidence = read.FirstYes?.Evidence,
        NlaProblem = read.NlaProblem,
    };
}
