namespace EvalAwareness.Inference.Tokenization;

/// <summary>What becomes of the matches of a split pattern, and of the text between them.</summary>
public enum SplitBehavior
{
    /// <summary>Matches are words, and so is what lies between two of them.</summary>
    Isolated,

    /// <summary>Only matches are words; what lies between them is dropped.</summary>
    MatchesOnly,

    /// <summary>A match ends the word before it, unless a match stands there.</summary>
    MergedWithPrevious,

    /// <summary>A match begins the word after it, unless a match stands there.</summary>
    MergedWithNext,
}
