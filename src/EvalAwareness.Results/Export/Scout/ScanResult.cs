using System.Globalization;
using System.Text.Json.Nodes;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>What a scanner says of one transcript. Without an answer there is an error, never a value.</summary>
internal sealed record ScanResult
{
    /// <summary>As text, in the form that <see cref="ValueType"/> names; null where the answer is neither true nor false.</summary>
    public string? Value { get; private init; }

    /// <summary>number, boolean or null.</summary>
    public string ValueType { get; private init; } = "null";
    public string? Answer { get; private init; }

    /// <summary>Markdown.</summary>
    public string? Explanation { get; private init; }
    public JsonObject Metadata { get; private init; } = [];

    /// <summary>Why there is no answer; null when there is one.</summary>
    public string? Error { get; private init; }

    /// <summary>Whether it counts as a finding.</summary>
    public bool IsPositive { get; private init; }

    /// <summary>The share of explanations that say so.</summary>
    public static ScanResult OfExplanations(TranscriptAwareness read)
    {
        if (read.Explanations.YesShare is not { } share)
            return new ScanResult { Error = read.NlaProblem, Metadata = Counts(read) };
        var found = $"{read.Explanations.Yes} of {read.Explanations.Answered} explanations say so";
        return new ScanResult
        {
            Value = share.ToString(CultureInfo.InvariantCulture),
            ValueType = "number",
            Answer = $"{read.Explanations.Yes}/{read.Explanations.Answered}",
            Explanation = read.FirstYes is { } first
                ? $"{found}, first at token {first.Position} in message {first.MessageIndex}.{Quoted(first.Evidence)}"
                : $"{found}.",
            Metadata = Counts(read),
            IsPositive = share > 0,
        };
    }

    /// <summary>Whether a turn says so.</summary>
    public static ScanResult OfTurns(TranscriptAwareness read)
    {
        if (read.Verbalized is not { } verdict)
            return new ScanResult { Error = read.VerbalizedProblem, Metadata = Judged(read) };
        return new ScanResult
        {
            Value = verdict switch { Verdicts.Yes => "true", Verdicts.No => "false", _ => null },
            ValueType = verdict == Verdicts.Unclear ? "null" : "boolean",
            Answer = verdict,
            Explanation = read.Turn is { } turn
                ? $"Message {turn.MessageIndex} is judged {verdict}.{Quoted(turn.Evidence)}"
                : $"None of {read.Turns!.Answered} turns says so.",
            Metadata = Judged(read),
            IsPositive = verdict == Verdicts.Yes,
        };
    }

    /// <summary>Somebody else's words as a block of code: no line of them can become a link, an image or a heading.</summary>
    private static string Quoted(string? words) => string.IsNullOrWhiteSpace(words)
        ? ""
        : $"\n\n{string.Join('\n', words.ReplaceLineEndings("\n").Split('\n').Select(line => "    " + line))}";

    private static JsonObject Counts(TranscriptAwareness read) => new()
    {
        ["positions"] = read.Transcript.Positions,
        ["yes"] = read.Explanations.Yes,
        ["no"] = read.Explanations.No,
        ["unclear"] = read.Explanations.Unclear,
        ["unparsed"] = read.Explanations.Unparsed,
        ["missing"] = read.Explanations.Missing,
        ["first_yes_position"] = read.FirstYes?.Position,
        ["first_yes_message_index"] = read.FirstYes?.MessageIndex,
        ["reasoning"] = read.FirstYes?.Reasoning,
    };

    private static JsonObject Judged(TranscriptAwareness read) => new()
    {
        ["turns_judged"] = read.Turns?.Answered,
        ["turns_unparsed"] = read.Turns?.Unparsed,
        ["message_index"] = read.Turn?.MessageIndex,
        ["reasoning"] = read.Turn?.Reasoning,
    };
}
