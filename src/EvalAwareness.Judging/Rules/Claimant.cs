using System.Text.RegularExpressions;

namespace EvalAwareness.Judging.Rules;

/// <summary>A rule whose patterns are ready to be searched for.</summary>
internal sealed class Claimant(Rule rule, Grammar grammar)
{
    // One by one: patterns that begin alike cost several times as much as alternatives of one expression.
    private readonly IReadOnlyList<Regex> _claims = [.. rule.Claims.Select(claim => grammar.Compile([claim]))];
    private readonly Regex? _beside = rule.Beside.Count == 0 ? null : grammar.Compile(rule.Beside);

    public Rule Rule => rule;

    /// <summary>In the order of the patterns.</summary>
    public IReadOnlyList<Match> ClaimsOf(string symbols)
    {
        var claims = new List<Match>();
        foreach (var pattern in _claims)
        {
            // A test without a match makes no objects, and most have none.
            if (pattern.IsMatch(symbols))
                claims.AddRange(pattern.Matches(symbols));
        }

        return claims;
    }

    /// <summary>Whether what the rule wants to stand beside its claims is there.</summary>
    public bool IsBeside(IEnumerable<Sentence> text) => _beside is null || text.Any(sentence => _beside.IsMatch(sentence.Symbols));
}
