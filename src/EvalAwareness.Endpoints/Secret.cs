using EvalAwareness.Core;

namespace EvalAwareness.Endpoints;

/// <summary>Keeps a key out of everything that is shown: some endpoints repeat it in what they say about it.</summary>
public static class Secret
{
    private const string Instead = "(key)";

    public static string Hide(string text, string? key) => string.IsNullOrEmpty(key) ? text : text.Replace(key, Instead, StringComparison.Ordinal);

    /// <summary>The key in a variable of the environment, fit to stand in a header; null where it is not set.</summary>
    /// <exception cref="RefusedException">It cannot be sent. The message does not show it, as .NET's own would.</exception>
    public static string? FromEnvironment(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable)?.Trim() is not { Length: > 0 } key)
            return null;
        return key.All(character => character is > ' ' and <= '~')
            ? key
            : throw new RefusedException($"{variable}: the key holds a character that cannot be sent; set it again.");
    }
}
