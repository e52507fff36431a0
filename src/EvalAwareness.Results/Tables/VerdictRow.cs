namespace EvalAwareness.Results.Tables;

/// <summary>One judgement of an explanation or of an assistant turn.</summary>
public sealed record VerdictRow
{
    public required string TranscriptId { get; init; }
    public required string Dataset { get; init; }
    public required string Condition { get; init; }

    /// <summary>explanation, turn, window or activation.</summary>
    public required string Subject { get; init; }

    /// <summary>Null for a turn.</summary>
    public int? Position { get; init; }
    public int? Sample { get; init; }
    public required int MessageIndex { get; init; }
    public required string Judge { get; init; }
    public string? JudgeModel { get; init; }
    public required string PromptSha256 { get; init; }

    /// <summary>yes, no or unclear; null when unparsed or refused.</summary>
    public string? Verdict { get; init; }

    /// <summary>What the verdict was taken from, where that is a number: a probe's log-odds of YES, a model's probability of it.</summary>
    public double? Score { get; init; }
    public string? Evidence { get; init; }
    public string? Reasoning { get; init; }
    public string? UnparsedReason { get; init; }

    /// <summary>Why the judge would not answer; otherwise null.</summary>
    public string? RefusedReason { get; init; }
    public required bool Cached { get; init; }
    public required int Attempts { get; init; }
    public required double LatencyMs { get; init; }

    /// <summary>The verdict, or what there is in its place.</summary>
    internal string Outcome => Verdict ?? (RefusedReason is null ? Verdicts.Unparsed : Verdicts.Refused);
}
