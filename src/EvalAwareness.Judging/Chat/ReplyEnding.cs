namespace EvalAwareness.Judging.Chat;

/// <summary>Why a reply has no more words.</summary>
internal enum ReplyEnding
{
    /// <summary>The model had said all.</summary>
    Whole,

    /// <summary>It had no more tokens.</summary>
    CutOff,

    /// <summary>It, or a filter, would not answer.</summary>
    Declined,
}
