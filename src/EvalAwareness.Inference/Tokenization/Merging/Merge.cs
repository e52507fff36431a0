namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>Two tokens that stand side by side become one; ids of the vocabulary.</summary>
internal readonly record struct Merge(int Left, int Right, int Merged);
