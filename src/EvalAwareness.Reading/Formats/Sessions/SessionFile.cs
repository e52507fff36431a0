using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>A file whose lines together are one session.</summary>
internal static class SessionFile
{
    public static async IAsyncEnumerable<ReadConversation> ReadAsync(
        SourceFile file, string format, ISessionDialect dialect, [EnumeratorCancellation] CancellationToken stop)
    {
        var session = new SessionRecorder(dialect);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var item in file.ItemsAsync(stop))
        {
            hash.AppendData(item.Json.Span);
            Add(item, session);
            if (session.IsTooLong)
            {
                yield return new ReadConversation(format, "1", "") { Problem = SessionRecorder.TooLong };
                yield break;
            }
        }
        yield return new ReadConversation(format, "1", Convert.ToHexStringLower(hash.GetHashAndReset())) { Conversation = session.Build(file.Name) };
    }

    private static void Add(SourceItem item, SessionRecorder session)
    {
        var place = $"line {item.Place}";
        if (item.Problem is { } problem)
        {
            session.Omit(place, problem);
            return;
        }
        try
        {
            using var line = JsonValue.Parse(item.Json);
            session.Add(line.RootElement, place);
        }
        catch (ItemException broken)
        {
            session.Omit(place, broken.Message);
        }
    }
}
