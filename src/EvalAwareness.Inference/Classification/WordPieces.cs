using Microsoft.ML.Tokenizers;

namespace EvalAwareness.Inference.Classification;

/// <summary>Text as the ids of an uncased BERT.</summary>
internal sealed class WordPieces(Stream vocabulary)
{
    private readonly BertTokenizer _tokenizer = BertTokenizer.Create(vocabulary, new BertOptions { LowerCaseBeforeTokenization = true });

    /// <summary>Stands before every text.</summary>
    public int Begin => _tokenizer.ClassificationTokenId;

    /// <summary>Stands behind every text.</summary>
    public int End => _tokenizer.SeparatorTokenId;

    /// <summary>Stands for a word that is hidden.</summary>
    public int Mask => _tokenizer.MaskingTokenId;

    /// <summary>Ids of the text alone.</summary>
    public IReadOnlyList<int> Encode(string text) => _tokenizer.EncodeToIds(text.Replace('’', '\''), addSpecialTokens: false);
}
