namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>What the <c>model</c> of <c>tokenizer.json</c> says, checked.</summary>
/// <param name="Vocabulary">Tokens as the file writes them, with their ids.</param>
/// <param name="Merges">In order of rank.</param>
/// <param name="WholeWordsFirst">A word that is itself in the vocabulary is not merged (<c>ignore_merges</c>).</param>
/// <param name="ByteFallback">Whether a character outside the vocabulary is written as byte tokens such as <c>&lt;0x0A&gt;</c>.</param>
/// <param name="UnknownId">Stands for characters that nothing else can write; null when there are none.</param>
/// <param name="FusesUnknown">Whether unknown characters side by side are one token.</param>
internal sealed record BpeModel(
    IReadOnlyDictionary<string, int> Vocabulary,
    IReadOnlyList<Merge> Merges,
    bool WholeWordsFirst,
    bool ByteFallback,
    int? UnknownId,
    bool FusesUnknown);
