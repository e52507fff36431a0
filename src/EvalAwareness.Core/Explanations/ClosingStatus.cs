namespace EvalAwareness.Core.Explanations;

/// <summary>How a sampled response ended.</summary>
public enum ClosingStatus
{
    /// <summary>An explanation between its two tags.</summary>
    Closed,

    /// <summary>The opening tag without its closing tag: the token limit cut it off.</summary>
    Truncated,

    /// <summary>The model stopped by itself without writing the closing tag.</summary>
    Unclosed,

    /// <summary>No opening tag.</summary>
    Untagged,

    /// <summary>Both tags with nothing between them.</summary>
    Empty,
}
