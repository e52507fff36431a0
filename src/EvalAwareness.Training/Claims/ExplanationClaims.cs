using System.Text.RegularExpressions;

namespace EvalAwareness.Training.Claims;

/// <summary>What an explanation says about the text, sentence by sentence.</summary>
/// <param name="Text">The explanation.</param>
/// <param name="Claims">Its claims; one that is made twice stands once.</param>
/// <param name="Stances">Kind of every sentence about the assistant's stance, which the text does not decide.</param>
/// <param name="Unread">Sentences and parts of sentences that no phrase of the summaries matches.</param>
public sealed partial record ExplanationClaims(
    string Text, IReadOnlyList<Claim> Claims, IReadOnlyList<string> Stances, IReadOnlyList<string> Unread)
{
    /// <summary>Whether it makes a claim and nothing in it was left unread.</summary>
    public bool IsReadable => Unread.Count == 0 && Claims.Count > 0;

    /// <summary>Reads an explanation; what matches no phrase that summaries are made of is unread, never guessed.</summary>
    public static ExplanationClaims Read(string explanation)
    {
        var reader = new ClaimReader(explanation);
        foreach (var sentence in ExplanationSentence.Cut(explanation))
            reader.Read(sentence);
        return reader.Finish();
    }

    /// <summary>The explanation with the words of <paramref name="claim"/> taken out.</summary>
    public string Without(Claim claim) => ManyBreaks().Replace(Text.Remove(claim.Start, claim.End - claim.Start), "\n\n").Trim();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBreaks();
}
