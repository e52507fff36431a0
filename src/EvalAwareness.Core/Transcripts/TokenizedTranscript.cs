namespace EvalAwareness.Core.Transcripts;

/// <summary>A transcript with the tokens that the target model reads for it.</summary>
public sealed record TokenizedTranscript(Transcript Transcript, IReadOnlyList<TranscriptToken> Tokens)
{
    /// <summary>Tokens the model wrote as its response: text and reasoning, no tool calls, no template.</summary>
    public int ResponseTokens => Tokens.Count(token => token.Section?.IsResponse() == true);
}
