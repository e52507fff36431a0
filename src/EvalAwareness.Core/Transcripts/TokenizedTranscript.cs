namespace EvalAwareness.Core.Transcripts;

/// <summary>A transcript with the tokens that the target model reads for it.</summary>
public sealed record TokenizedTranscript(Transcript Transcript, IReadOnlyList<TranscriptToken> Tokens)
{
    /// <summary>Tokens the model wrote as its response: text and reasoning, no tool calls, no template, nobody else's words.</summary>
    public int ResponseTokens => Tokens.Count(IsResponse);

    /// <summary>Whether the audited model itself wrote <paramref name="token"/> as part of its response.</summary>
    public bool IsResponse(TranscriptToken token) => token.Section?.IsResponse() == true && Transcript.Messages[token.MessageIndex].IsOwn;
}
