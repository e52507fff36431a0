namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>Writes one word as tokens.</summary>
internal interface IWordEncoder
{
    /// <summary>The tokens of a word that is not empty, with the characters of the word that each covers.</summary>
    /// <param name="word">Valid UTF-16.</param>
    TokenSpan[] Encode(ReadOnlySpan<char> word);
}
