using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats;

/// <summary>One way in which files hold conversations.</summary>
internal interface ITranscriptFormat
{
    /// <summary>What <c>--format</c> and rows call it.</summary>
    string Name { get; }

    /// <summary>Whether a file that begins so is of this format.</summary>
    bool Recognizes(FileHead head);

    /// <summary>The conversations in order; one that cannot be read is an entry with its reason, and the rest goes on.</summary>
    IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop);
}
