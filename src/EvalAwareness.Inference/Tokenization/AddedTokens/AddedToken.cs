namespace EvalAwareness.Inference.Tokenization.AddedTokens;

/// <summary>A token found in the text as it stands, before any splitting or merging.</summary>
/// <param name="Content">As the tokenizer file writes it.</param>
/// <param name="Text">What it is found by, and what decoding starts from: the content, in normalised form if texts are normalised first.</param>
/// <param name="Special">Whether it steers the model, so that decoding leaves it out and user text must not produce it.</param>
/// <param name="SingleWord">Whether it is found only where no word character stands beside it.</param>
/// <param name="StripsLeft">Whether it takes the white space before it along.</param>
/// <param name="StripsRight">Whether it takes the white space after it along.</param>
/// <param name="Normalized">Whether it is looked for in the normalised text.</param>
internal sealed record AddedToken(
    int Id, string Content, string Text, bool Special, bool SingleWord, bool StripsLeft, bool StripsRight, bool Normalized);
