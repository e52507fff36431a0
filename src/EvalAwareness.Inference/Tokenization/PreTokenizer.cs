namespace EvalAwareness.Inference.Tokenization;

/// <summary>Cuts normalised text into the words that merging stays within.</summary>
/// <param name="splitter">Null when all text is one word.</param>
/// <param name="spaceMark">What a Metaspace pre-tokenizer writes for a space; null when spaces stay.</param>
/// <param name="byteLevel">Whether the model reads words as UTF-8 bytes, not as characters.</param>
internal sealed class PreTokenizer(WordSplitter? splitter, char? spaceMark, bool byteLevel)
{
    public bool ByteLevel => byteLevel;

    /// <summary>The text with its space marks, each where the space stood.</summary>
    public string MarkSpaces(string text) => spaceMark is { } mark ? text.Replace(' ', mark) : text;

    /// <summary>The words of a text that has its space marks.</summary>
    public List<TextRange> Split(string text) => splitter?.Split(text) ?? [new TextRange(0, text.Length)];
}
