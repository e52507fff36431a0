using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats.RequestLog;

/// <summary>An answer of the model within its dialogue.</summary>
/// <param name="Turn">The answer.</param>
/// <param name="Words">What it says and calls, to know it again.</param>
/// <param name="Asked">How many messages its request had.</param>
/// <param name="Place">Among the messages of the last request, the one that it stands before, or at where that repeats it.</param>
internal sealed record LoggedAnswer(Message Turn, string Words, int Asked, int Place)
{
    /// <summary>Whether the last request repeats it.</summary>
    public bool IsRepeated { get; init; }
}
