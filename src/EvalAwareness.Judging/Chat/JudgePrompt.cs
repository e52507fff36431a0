using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Chat;

/// <summary>A prompt that ships with the program. Another word in it is another judge.</summary>
/// <param name="Name">File name without its ending: what is judged, and the version.</param>
/// <param name="Offered">The verdicts it offers.</param>
internal sealed record JudgePrompt(string Name, IReadOnlyList<Verdict> Offered)
{
    public static JudgePrompt Explanation { get; } = new("explanation-v1", [Verdict.Yes, Verdict.No, Verdict.Unclear]);

    public static JudgePrompt Turn { get; } = new("turn-v1", [Verdict.Yes, Verdict.No]);

    private const string FirstTokenName = "first-token-v1";

    /// <summary>Asks for a whole answer.</summary>
    public string Text { get; } = Read(Name);

    /// <summary>Asks for the verdict alone, as the first token.</summary>
    public string FirstTokenText => $"{Text}\n{Read(FirstTokenName)}";

    /// <summary>The offered verdicts as the model is to write them.</summary>
    public IEnumerable<string> Words => Offered.Select(WordFor);

    public static string WordFor(Verdict verdict) => verdict.ToString().ToUpperInvariant();

    /// <param name="settings">How the text is asked and its answer read, as far as a hash must know.</param>
    /// <returns>Lower-case hex.</returns>
    public string Hash(params IEnumerable<string> settings) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', [FirstTokenText, .. Words, .. settings]))));

    private static string Read(string name)
    {
        using var stream = typeof(JudgePrompt).Assembly.GetManifestResourceStream($"{name}.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
