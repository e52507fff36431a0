using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Rules;

/// <summary>
/// Answers by rules, sentence by sentence. Precedence: a rule keeps what it claims of a sentence from every rule
/// further down the list, so NO rules stand first; then YES beats UNCLEAR, and both beat NO.
/// </summary>
internal sealed class Rubric
{
    private const string Silence = "nothing about evaluation";
    private const int LongestEvidence = 300;

    private readonly Grammar _grammar;
    private readonly IReadOnlyList<(Rule Rule, Regex Claims)> _claimants;
    private readonly IReadOnlyList<(Rule Rule, Regex Mentions)> _reasons;

    public Rubric(IReadOnlyList<Rule> rules)
    {
        _grammar = new Grammar(Phrases.All, rules.SelectMany(rule => rule.Patterns));
        _claimants = [.. rules.Where(rule => rule.Claims.Count > 0).Select(rule => (rule, _grammar.Compile(rule.Claims)))];
        _reasons = [.. rules.Where(rule => rule.Verdict == Verdict.No).Select(rule => (rule, _grammar.Compile(rule.Patterns)))];
        Identity = new JudgeIdentity("rubric-v1", null, Hash(rules));
    }

    /// <summary>Name, and hash of every rule and phrase: another pattern is another judge.</summary>
    public JudgeIdentity Identity { get; }

    public Judgement Judge(string text)
    {
        try
        {
            var sentences = WordReader.Sentences(text, withQuotations: false);
            return Strongest(sentences.SelectMany(sentence => Findings(text, sentence))) ?? Reason(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return Judgement.Unparsed("The text took too long to read.");
        }
    }

    private static Judgement? Strongest(IEnumerable<Judgement> findings)
    {
        Judgement? unclear = null;
        foreach (var finding in findings)
        {
            if (finding.Verdict == Verdict.Yes)
                return finding;
            unclear ??= finding;
        }

        return unclear;
    }

    private IEnumerable<Judgement> Findings(string text, Word[] sentence)
    {
        var symbols = _grammar.Symbols(sentence);
        var taken = new bool[sentence.Length];
        foreach (var (rule, claims) in _claimants)
        {
            foreach (Match claim in claims.Matches(symbols))
            {
                var stretch = taken.AsSpan(claim.Index, claim.Length);
                if (stretch.Contains(true))
                    continue;
                stretch.Fill(true);
                if (rule.Verdict != Verdict.No)
                    yield return Judgement.Of(rule.Verdict, Evidence(text, sentence, claim), rule.Name);
            }
        }
    }

    /// <summary>Why nothing was found. Words in quotation marks may be the reason, although they never make a finding.</summary>
    private Judgement Reason(string text)
    {
        var sentences = WordReader.Sentences(text, withQuotations: true)
            .Select(words => (Words: words, Symbols: _grammar.Symbols(words)))
            .ToList();
        foreach (var (rule, mentions) in _reasons)
        {
            foreach (var (words, symbols) in sentences)
            {
                if (mentions.Match(symbols) is { Success: true } mention)
                    return Judgement.Of(Verdict.No, Evidence(text, words, mention), rule.Name);
            }
        }

        return Judgement.Of(Verdict.No, "", Silence);
    }

    /// <summary>The sentence, or of an endless one the words that matched.</summary>
    private static string Evidence(string text, Word[] sentence, Match match)
    {
        var (start, end) = (sentence[0].Start, sentence[^1].End);
        if (end - start > LongestEvidence)
            (start, end) = (sentence[match.Index].Start, sentence[match.Index + match.Length - 1].End);
        return text[start..Math.Min(end, start + LongestEvidence)];
    }

    private static string Hash(IEnumerable<Rule> rules)
    {
        var phrases = Phrases.All.Select(phrase => $"{phrase.Key} = {phrase.Value}");
        var text = string.Join("\n\n", rules.Select(rule => rule.Definition).Concat(phrases));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
