using EvalAwareness.Endpoints;

namespace EvalAwareness.Judging.Chat;

/// <summary>The probability of YES among the verdicts that an answer could have begun with.</summary>
internal static class YesProbability
{
    // Below it the model was not about to give a verdict at all.
    private const double LeastMass = 0.5;

    private const string Yes = "YES";

    /// <param name="tokens">The most probable first tokens.</param>
    /// <param name="words">The offered verdicts.</param>
    /// <returns>In [0, 1]; null where less than half of the probability lies on verdicts.</returns>
    public static double? Of(IReadOnlyList<TokenProbability> tokens, IEnumerable<string> words)
    {
        var offered = words.ToList();
        var masses = tokens.Select(token => (Word: WordOf(token.Text, offered), token.Probability)).Where(token => token.Word is not null).ToList();
        var all = masses.Sum(token => token.Probability);
        return all >= LeastMass ? masses.Where(token => token.Word == Yes).Sum(token => token.Probability) / all : null;
    }

    /// <summary>The one verdict that a token spells or begins.</summary>
    private static string? WordOf(string token, IReadOnlyList<string> offered)
    {
        var letters = token.Trim().Trim('"', '*', '\'').ToUpperInvariant();
        return letters.Length > 0 && offered.Where(word => word.StartsWith(letters, StringComparison.Ordinal)).ToList() is [var only] ? only : null;
    }
}
