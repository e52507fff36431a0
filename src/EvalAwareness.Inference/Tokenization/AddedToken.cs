namespace EvalAwareness.Inference.Tokenization;

/// <summary>A token found in the text as it stands, before any splitting or merging.</summary>
/// <param name="Special">Whether it steers the model, so that decoding leaves it out and user text must not produce it.</param>
internal sealed record AddedToken(int Id, string Content, bool Special);
