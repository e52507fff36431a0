namespace EvalAwareness.Inference.Tokenization;

/// <summary>What <c>tokenizer.json</c> and <c>tokenizer_config.json</c> say, checked.</summary>
/// <param name="Vocabulary">Tokens in <see cref="ByteAlphabet"/> writing, with their ids.</param>
/// <param name="Merges">Pairs in order of rank, each as <c>left right</c>.</param>
/// <param name="WholeWordsFirst">The model's <c>ignore_merges</c>.</param>
/// <param name="Normalizes">Whether text is put into Unicode normal form C first.</param>
/// <param name="SplitPattern">Regular expression of the pre-tokenizer.</param>
/// <param name="BosId">Token that <c>add_special_tokens</c> puts in front; null when it adds none.</param>
internal sealed record TokenizerDefinition(
    IReadOnlyDictionary<string, int> Vocabulary,
    IReadOnlyList<string> Merges,
    bool WholeWordsFirst,
    bool Normalizes,
    string SplitPattern,
    IReadOnlyList<AddedToken> AddedTokens,
    int? BosId);
