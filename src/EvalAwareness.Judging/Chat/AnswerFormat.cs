namespace EvalAwareness.Judging.Chat;

/// <summary>How the form of an answer is asked for.</summary>
public enum AnswerFormat
{
    /// <summary>By the prompt alone.</summary>
    Text,

    /// <summary>By a JSON schema too, which the endpoint holds the model to.</summary>
    JsonSchema,
}
