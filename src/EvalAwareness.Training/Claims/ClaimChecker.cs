using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Claims;

/// <summary>Holds claims against what stands before one position of a transcript; what comes later makes nothing true.</summary>
public sealed class ClaimChecker
{
    private readonly Family _family;
    private readonly ReadSoFar _read;
    private readonly string _text;
    private readonly HashSet<string> _places;
    private readonly HashSet<(Specificity, string)> _subject;

    /// <param name="transcript">Transcript the position lies in.</param>
    /// <param name="messageIndex">Message of the position.</param>
    /// <param name="section">Its section, any but a tool call.</param>
    /// <param name="end">One past the position's last character in the section's own text.</param>
    /// <exception cref="ArgumentException">The transcript has no such section.</exception>
    public ClaimChecker(OrganismTranscript transcript, int messageIndex, SegmentKind section, int end)
    {
        _family = transcript.Family;
        _read = ReadSoFar.Of(transcript, messageIndex, section, end);
        var earlier = transcript.Sections.TakeWhile(other => (other.MessageIndex, other.Kind) != (messageIndex, section)).ToList();
        var last = transcript.Sections[earlier.Count];
        _text = Words.SingleSpaced(string.Join(' ', earlier.Select(other => other.Text).Append(last.Text[..end])));
        _places = [.. earlier.SelectMany(other => other.Sentences)
            .Concat(last.Sentences.Where(sentence => sentence.Start < end))
            .Select(sentence => Summarizer.PlaceKey(sentence.Kind))];
        _subject = [.. ExplanationClaims.Read(_read.RequestRead ? transcript.Theme : transcript.Genre).Claims
            .Select(claim => (claim.Specificity, claim.Value))];
    }

    public ClaimTruth Check(Claim claim) =>
        IsTrue(claim) ? ClaimTruth.True : IsRelated(claim) ? ClaimTruth.FalseRelated : ClaimTruth.FalseUnrelated;

    private bool IsTrue(Claim claim) => claim.Specificity switch
    {
        Specificity.Family => claim.Value == _family.Name(),
        Specificity.Topic => SaysSubject(claim),
        Specificity.Entity => SaysSubject(claim) || Words.Contain(_text, claim.Value),
        Specificity.Place => claim.Value == Summarizer.PlaceKey(_read.Kind),
        _ => claim.Value == Summarizer.LastWords(_read.Text, claim.Value.Split(' ').Length),
    };

    private bool IsRelated(Claim claim) => claim.Specificity switch
    {
        Specificity.Family => IsCoding(claim.Value) && IsCoding(_family.Name()),
        Specificity.Topic => claim.Value.StartsWith($"{_family.Name()}/", StringComparison.Ordinal),
        Specificity.Entity => Entities.OthersLike(claim.Value).Any(other => Words.Contain(_text, other)),
        Specificity.Place => _places.Contains(claim.Value),
        _ => Words.Contain(_text, claim.Value),
    };

    /// <summary>Whether the author's own sentence about the text so far says the same.</summary>
    private bool SaysSubject(Claim claim) => _subject.Contains((claim.Specificity, claim.Value));

    private static bool IsCoding(string family) => family == Family.SweBench.Name() || family == Family.DestructiveCoding.Name();
}
