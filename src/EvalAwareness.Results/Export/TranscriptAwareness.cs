using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Export;

/// <summary>What was read of one transcript under one condition, and what it says itself.</summary>
internal sealed record TranscriptAwareness
{
    public required TranscriptRow Transcript { get; init; }

    /// <summary>Answers over its explanations.</summary>
    public required Tally Explanations { get; init; }

    /// <summary>Answers over its turns; null where turns were not judged under this condition.</summary>
    public required Tally? Turns { get; init; }

    /// <summary>The YES at its first position; null without any.</summary>
    public required VerdictRow? FirstYes { get; init; }

    /// <summary>The first turn that <see cref="Verbalized"/> rests on; null unless that is yes or unclear.</summary>
    public required VerdictRow? Turn { get; init; }

    /// <summary>Why there is no answer from the explanations; null when there is one.</summary>
    public required string? NlaProblem { get; init; }

    /// <summary>Why <see cref="Verbalized"/> is null; null when it is not.</summary>
    public required string? VerbalizedProblem { get; init; }

    /// <summary>yes, no or unclear. A yes stands whatever else was not read; anything less needs every turn to be read, for each
    /// unread one could be a yes. Null otherwise.</summary>
    public string? Verbalized => VerdictOf(Turns);

    public static string? VerdictOf(Tally? turns) => turns switch
    {
        null => null,
        { Yes: > 0 } => Verdicts.Yes,
        { Unread: > 0 } or { Answered: 0 } => null,
        { Unclear: > 0 } => Verdicts.Unclear,
        _ => Verdicts.No,
    };
}
