using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>Plans one transcript: tokens, positions, and whether it can be read at all.</summary>
internal sealed class TranscriptPlanner(AuditOptions audit, ITranscriptTokenizer tokenizer, int contextLength)
{
    public PlannedTranscript Plan(Transcript transcript)
    {
        var outcome = ItemBoundary.Try(() => tokenizer.Tokenize(transcript));
        if (outcome.Value is not { } tokenized)
            return new PlannedTranscript(transcript, null, null, PositionChoice.None, outcome.Failure);
        var choice = PositionChooser.Choose(tokenized, audit.Positions, audit.Seed);
        int[] tokenIds = [.. tokenized.Tokens.Select(token => token.TokenId)];
        return new PlannedTranscript(transcript, tokenIds, tokenized.ResponseTokens, choice, Problem(tokenized, choice));
    }

    private string? Problem(TokenizedTranscript transcript, PositionChoice choice)
    {
        if (transcript.Tokens.Count > contextLength)
            return $"too long: {transcript.Tokens.Count} tokens; the model reads at most {contextLength}";
        if (choice.Tokens.Count == 0)
            return $"no readable position among {transcript.Tokens.Count} tokens: {transcript.ResponseTokens} of the response, "
                + $"of which {choice.TooEarly} before index {audit.Positions.MinimumIndex} "
                + $"and {choice.Reasoning} excluded reasoning; {choice.Template} of the template";
        return null;
    }
}
