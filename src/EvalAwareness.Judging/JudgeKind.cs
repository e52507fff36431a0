namespace EvalAwareness.Judging;

/// <summary>Who judges.</summary>
public enum JudgeKind
{
    /// <summary>Rules that ship with the program.</summary>
    Rubric,

    /// <summary>A model behind OpenAI's protocol.</summary>
    OpenAi,

    /// <summary>A model behind Anthropic's protocol.</summary>
    Anthropic,

    /// <summary>A checkpoint on the program's own engine.</summary>
    Local,
}
