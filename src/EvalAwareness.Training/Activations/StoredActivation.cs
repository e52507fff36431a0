namespace EvalAwareness.Training.Activations;

/// <summary>One row of an activation file.</summary>
/// <param name="DocumentId">Document it was read from.</param>
/// <param name="Position">Index of the token.</param>
/// <param name="TokenId">Vocabulary id of the token.</param>
/// <param name="Token">The token as a person reads it.</param>
/// <param name="TextBefore">The end of the text up to and with the token.</param>
/// <param name="Vector">Raw float32 output of block K, of width d.</param>
internal sealed record StoredActivation(string DocumentId, int Position, int TokenId, string Token, string TextBefore, float[] Vector)
{
    public ActivationKey Key => new(DocumentId, Position);
}
