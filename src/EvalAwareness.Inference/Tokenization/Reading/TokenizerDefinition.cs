using EvalAwareness.Inference.Tokenization.AddedTokens;
using EvalAwareness.Inference.Tokenization.Merging;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>What <c>tokenizer.json</c> and <c>tokenizer_config.json</c> say, checked.</summary>
/// <param name="BosId">Token that <c>add_special_tokens</c> puts in front; null when it adds none.</param>
internal sealed record TokenizerDefinition(
    TextNormalizer Normalizer,
    PreTokenizer PreTokenizer,
    BpeModel Model,
    ITokenDecoder Decoder,
    IReadOnlyList<AddedToken> AddedTokens,
    int? BosId);
