using System.Security.Cryptography;
using System.Text;

namespace EvalAwareness.Judging.Chat;

/// <summary>Sets texts apart that are not to be obeyed: between two lines with a mark that occurs in none of them.</summary>
internal sealed class Fence
{
    private const int MarkLength = 16;

    private readonly string _mark;

    /// <param name="texts">Everything in the message that somebody else wrote.</param>
    public Fence(params IReadOnlyList<string> texts) => _mark = MarkFor(texts);

    public string Around(string name, string text) => $"BEGIN {name} {_mark}\n{text}\nEND {name} {_mark}";

    /// <summary>Part of a hash; of its hash, and so on, should somebody have found a text with its own in it.</summary>
    private static string MarkFor(IReadOnlyList<string> texts)
    {
        var hash = Encoding.UTF8.GetBytes(string.Join('\0', texts));
        while (true)
        {
            hash = SHA256.HashData(hash);
            var mark = Convert.ToHexStringLower(hash)[..MarkLength];
            if (!texts.Any(text => text.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return mark;
        }
    }
}
