using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>The rows of the transcripts table.</summary>
internal static class TranscriptRows
{
    public static TranscriptRow Baseline(PlannedTranscript planned) => From(planned) with
    {
        Positions = planned.IsReadable ? planned.Choice.Tokens.Count : 0,
        Status = planned.IsReadable ? TranscriptRow.Planned : TranscriptRow.Quarantined,
    };

    /// <summary>The row of a control arm, which reads <paramref name="positions"/> positions of the transcript.</summary>
    public static TranscriptRow Control(PlannedTranscript planned, string condition, int positions) =>
        From(planned) with { Condition = condition, Positions = positions };

    private static TranscriptRow From(PlannedTranscript planned) => new()
    {
        TranscriptId = planned.Transcript.Id,
        Dataset = planned.Transcript.Dataset,
        Kind = planned.Transcript.Kind.Name(),
        Condition = Conditions.Baseline,
        Sha256 = planned.Transcript.Sha256,
        Messages = planned.Transcript.Messages.Count,
        Tokens = planned.TokenIds?.Count,
        ResponseTokens = planned.ResponseTokens,
        Positions = 0,
        ExcludedTooEarly = planned.Choice.TooEarly,
        ExcludedTemplate = planned.Choice.Template,
        ExcludedReasoning = planned.Choice.Reasoning,
        Status = TranscriptRow.Planned,
        SourceFile = planned.Transcript.Origin?.File,
        SourcePlace = planned.Transcript.Origin?.Place,
        SourceFormat = planned.Transcript.Origin?.Format,
        SourceModel = planned.Transcript.Origin?.Model,
        LeftOut = planned.Transcript.Omissions.Count,
        LabelAware = planned.Transcript.LabelAware,
        LabelVerbalized = planned.Transcript.Truth?.Verbalized,
        LabelCues = planned.Transcript.Truth?.Cues,
    };
}
