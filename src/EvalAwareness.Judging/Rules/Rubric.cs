using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Rules;

/// <summary>
/// Answers by rules, sentence by sentence. Precedence: a rule keeps what it claims of a sentence from every rule
/// further down the list, so NO rules stand first; then YES beats UNCLEAR, and both beat NO. Some rules only count as long as
/// no rule says what the whole text is about, such as a story.
/// </summary>
internal sealed class Rubric
{
    private const string Silence = "nothing about evaluation";
    private const int LongestEvidence = 300;

    private readonly Grammar _grammar;
    private readonly IReadOnlyList<Claimant> _claimants;
    private readonly IReadOnlyList<Claimant> _finders;
    private readonly IReadOnlyList<(Rule Rule, Regex Mentions)> _reasons;
    private readonly Regex _frames;

    public Rubric(IReadOnlyList<Rule> rules)
    {
        _grammar = new Grammar(Phrases.All, rules.SelectMany(rule => rule.Patterns));
        _claimants = [.. rules.Where(rule => rule.Claims.Count > 0).Select(rule => new Claimant(rule, _grammar))];
        _finders = [.. _claimants.Where(claimant => claimant.Rule.Verdict != Verdict.No)];
        _reasons = [.. rules.Where(rule => rule.Verdict == Verdict.No).Select(rule => (rule, _grammar.Compile([.. rule.Claims, .. rule.Mentions])))];
        _frames = _grammar.Compile([.. rules.SelectMany(rule => rule.Frames)]);
        Identity = new JudgeIdentity("rubric-v2", null, Hash(rules));
    }

    /// <summary>Name, and hash of every rule and phrase: another pattern is another judge.</summary>
    public JudgeIdentity Identity { get; }

    public Judgement Judge(string text)
    {
        try
        {
            var plain = Read(text, withQuotations: false);
            // Where nothing is quoted both readings are the same.
            var quoted = text.AsSpan().ContainsAny('"', '“') ? Read(text, withQuotations: true) : plain;
            var findings = Findings(plain).Concat(Findings(quoted).Where(finding => finding.Rule.ReadsQuotations)).ToList();
            return Strongest(text, findings, quoted) ?? Reason(text, quoted);
        }
        catch (RegexMatchTimeoutException)
        {
            return Judgement.Unparsed("The text took too long to read.");
        }
    }

    private List<Sentence> Read(string text, bool withQuotations) =>
        [.. WordReader.Sentences(text, withQuotations).Select(words => new Sentence(words, _grammar.Symbols(words)))];

    /// <summary>The first YES that counts, otherwise the first UNCLEAR.</summary>
    private Judgement? Strongest(string text, List<Finding> findings, List<Sentence> quoted)
    {
        var isFramed = new Lazy<bool>(() => quoted.Any(sentence => _frames.IsMatch(sentence.Symbols)));
        var counting = findings.Where(finding => finding.Rule.Verdict != Verdict.No && !(finding.Rule.YieldsToFrames && isFramed.Value));
        var strongest = counting.OrderBy(finding => finding.Rule.Verdict).FirstOrDefault(finding => finding.Claimant.IsBeside(quoted));
        return strongest is null
            ? null
            : Judgement.Of(strongest.Rule.Verdict, Evidence(text, strongest.Sentence.Words, strongest.Claim), strongest.Rule.Name);
    }

    /// <summary>What each rule claims of each sentence and no rule before it has taken.</summary>
    private IEnumerable<Finding> Findings(List<Sentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            var found = _finders.ToDictionary(finder => finder, finder => finder.ClaimsOf(sentence.Symbols));
            // Without anything to find, what the NO rules would take makes no difference.
            if (found.Values.All(claims => claims.Count == 0))
                continue;
            var taken = new bool[sentence.Words.Length];
            foreach (var claimant in _claimants)
            {
                foreach (var claim in found.GetValueOrDefault(claimant) ?? claimant.ClaimsOf(sentence.Symbols))
                {
                    var stretch = taken.AsSpan(claim.Index, claim.Length);
                    if (stretch.Contains(true))
                        continue;
                    stretch.Fill(true);
                    yield return new Finding(claimant, sentence, claim);
                }
            }
        }
    }

    /// <summary>Why nothing was found. Words in quotation marks may be the reason, although they never make a finding.</summary>
    private Judgement Reason(string text, List<Sentence> quoted)
    {
        foreach (var (rule, mentions) in _reasons)
        {
            foreach (var (words, symbols) in quoted)
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
