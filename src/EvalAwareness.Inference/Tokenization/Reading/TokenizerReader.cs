namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Reads the tokenizer of a Hugging Face folder and refuses what this project cannot do exactly.</summary>
internal static class TokenizerReader
{
    public static TokenizerDefinition Read(string folder)
    {
        var root = JsonField.ReadFile(Path.Combine(folder, HuggingFaceTokenizer.FileName));
        var preTokenizer = PreTokenizerReader.Read(root);
        var bpe = BpeModelReader.Read(root.Required("model"), preTokenizer.ByteLevel);
        var normalizer = NormalizerReader.Read(root);
        var added = AddedTokenReader.Read(root, bpe.Vocabulary, normalizer);
        return new TokenizerDefinition(
            normalizer, preTokenizer, bpe, DecoderReader.Read(root, preTokenizer.ByteLevel), added, BosReader.Read(folder, root, added));
    }
}
