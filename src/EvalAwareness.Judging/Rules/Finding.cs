using System.Text.RegularExpressions;

namespace EvalAwareness.Judging.Rules;

/// <summary>What a rule found in a sentence.</summary>
/// <param name="Claim">The words that matched.</param>
internal sealed record Finding(Claimant Claimant, Sentence Sentence, Match Claim)
{
    public Rule Rule => Claimant.Rule;
}
