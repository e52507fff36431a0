namespace EvalAwareness.Judging;

/// <summary>Who judges.</summary>
public enum JudgeKind
{
    /// <summary>Rules that ship with the program.</summary>
    Rubric,

    /// <summary>A small encoder that was trained on labelled texts: the one that ships, or one's own.</summary>
    Classifier,

    /// <summary>A model behind OpenAI's protocol.</summary>
    OpenAi,

    /// <summary>A model behind Anthropic's protocol.</summary>
    Anthropic,

    /// <summary>A checkpoint on the program's own engine.</summary>
    Local,
}
