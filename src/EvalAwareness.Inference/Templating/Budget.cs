using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Templating;

/// <summary>What one rendering may use up: a template comes with a checkpoint and is not trusted.</summary>
/// <param name="mostSteps">Turns of loops, items built and calls of macros.</param>
/// <param name="mostCharacters">Characters read or written on the way.</param>
internal sealed class Budget(long mostSteps = Budget.MostSteps, long mostCharacters = Budget.MostCharacters)
{
    public const long MostSteps = 2_000_000;
    public const long MostCharacters = 100_000_000;

    // Families write a few thousand characters of their own and go over each message some ten times; some compare it with all others.
    private const long OwnSteps = 50_000;
    private const long StepsOfAMessage = 10_000;
    private const long OwnCharacters = 500_000;
    private const long TimesOfAMessage = 1_000;

    // A sum is as deep as it has terms.
    private const int Deepest = 2_000;

    private readonly Nesting _nesting = new(Deepest);
    private long _steps;
    private long _characters;

    /// <summary>In proportion to what is rendered: a short message does not become a book.</summary>
    public static Budget For(IReadOnlyCollection<Message> messages)
    {
        var length = messages.Sum(Length);
        return new Budget(
            Math.Min(MostSteps, OwnSteps + StepsOfAMessage * messages.Count + length),
            Math.Min(MostCharacters, OwnCharacters + TimesOfAMessage * length));
    }

    /// <summary>Counts turns of loops, items built and calls of macros.</summary>
    public void Spend(long steps)
    {
        _steps += steps;
        if (_steps > mostSteps)
            throw new TemplateException($"more than {mostSteps} steps");
    }

    /// <summary>Counts characters before they are made.</summary>
    public void Reserve(long characters)
    {
        _characters += characters;
        if (_characters > mostCharacters)
            throw new TemplateException($"more than {mostCharacters} characters");
    }

    /// <summary>One level of nesting, until the result is disposed of.</summary>
    public Nesting.Level Deepen() => _nesting.Deepen();

    private static long Length(Message message) =>
        message.Content.Length + message.Reasoning.Length + message.ToolCallId.Length + message.ToolCalls.Sum(call => (long)call.Id.Length + call.Name.Length + call.Arguments.Length);
}
