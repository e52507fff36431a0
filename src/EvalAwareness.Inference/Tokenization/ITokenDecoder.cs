namespace EvalAwareness.Inference.Tokenization;

/// <summary>Joins tokens to text.</summary>
internal interface ITokenDecoder
{
    /// <param name="tokens">As the tokenizer file writes them.</param>
    string Decode(IEnumerable<string> tokens);
}
