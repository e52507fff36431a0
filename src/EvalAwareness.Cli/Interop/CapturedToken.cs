using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Cli.Interop;

/// <summary>One token of a document with the activation that was read there.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Token">The token.</param>
/// <param name="Layer">Block K whose output it is.</param>
/// <param name="Activation">Raw, of width d.</param>
internal sealed record CapturedToken(Transcript Document, TranscriptToken Token, int Layer, Activation Activation)
{
    /// <summary>Who says it; null outside every message.</summary>
    public Role? Role => Token.MessageIndex >= 0 ? Document.Messages[Token.MessageIndex].Role : null;
}
