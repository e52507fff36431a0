namespace EvalAwareness.Inference.Tokenization.AddedTokens;

/// <summary>A stretch of a text: an added token, or what lies between two of them.</summary>
/// <param name="Token">Null for text that is still to be encoded.</param>
internal readonly record struct TextPiece(TextRange Range, AddedToken? Token);
