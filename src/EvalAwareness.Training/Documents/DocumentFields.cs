using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Documents;

/// <summary>Makes documents of what the readers find.</summary>
internal static class DocumentFields
{
    private const int IdDigits = 16;

    public static CorpusItem Text(string source, string? id, string? text) => string.IsNullOrWhiteSpace(text)
        ? CorpusItem.Skip(source, "holds no text")
        : CorpusItem.Of(new CorpusDocument(id ?? Hash(text), source, text, []));

    /// <param name="json">The messages as they stand in the source; their id is taken from it.</param>
    public static CorpusItem Conversation(string source, string? id, JsonElement json, IReadOnlyList<Message> messages) =>
        CorpusItem.Of(new CorpusDocument(id ?? Hash(json.GetRawText()), source, "", messages));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..IdDigits];
}
