using System.Text.RegularExpressions;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Claims;

/// <summary>Gathers the claims of one explanation, sentence by sentence.</summary>
internal sealed partial class ClaimReader(string text)
{
    private static readonly Specificity[] LastWords = [Specificity.LastWord, Specificity.LastTwoWords, Specificity.LastThreeWords];

    private readonly List<Claim> _claims = [];
    private readonly List<string> _stances = [];
    private readonly List<string> _unread = [];

    public void Read(ExplanationSentence sentence)
    {
        var words = sentence.In(text);
        if (sentence.Quote is { } quote)
            ReadEnding(sentence, quote);
        else if (Phrasebook.Places.MeaningOf(words) is { } place)
            ClaimWords(Specificity.Place, place, sentence.Start, sentence.End);
        else if (Phrasebook.Stances.MeaningOf(words) is { } stance)
            _stances.Add(stance);
        else if (Phrasebook.Genres.MeaningOf(words) is { } family)
            ClaimWords(Specificity.Family, family, sentence.Start, sentence.End);
        else if (words.Contains(Subject.Separator))
            ReadSubject(Subject.Of(text, sentence));
        else
            _unread.Add(words);
    }

    public ExplanationClaims Finish() => new(
        text, [.. _claims.DistinctBy(claim => (claim.Specificity, claim.Value))], _stances, _unread);

    private void ReadSubject(Subject subject)
    {
        if (Phrasebook.Frames.MeaningOf(text[subject.Frame]) is { } family)
            Claim(Specificity.Family, family, subject.Frame.Start.Value, subject.Theme.Start.Value);
        else
            _unread.Add(text[subject.Frame]);
        if (Phrasebook.Themes.MeaningOf(text[subject.Theme]) is { } topic)
            Claim(Specificity.Topic, topic, subject.Frame.End.Value, subject.Theme.End.Value);
        else
            _unread.Add(text[subject.Theme]);
        ReadEntities(subject.Theme);
    }

    /// <summary>Each number of last words is a claim of its own; the claims of fewer words stand when it is taken out.</summary>
    private void ReadEnding(ExplanationSentence sentence, Range quote)
    {
        var words = Word().Matches(text[quote]).Select(match => quote.Start.Value + match.Index).ToList();
        if (words.Count == 0)
            _unread.Add(sentence.In(text));
        for (var count = 1; count <= Math.Min(words.Count, LastWords.Length); count++)
        {
            var value = Summarizer.LastWords(text[quote], count);
            if (count == 1)
                ClaimWords(LastWords[0], value, sentence.Start, sentence.End);
            else
                Claim(LastWords[count - 1], value, quote.Start.Value, words[^(count - 1)]);
        }
        ReadEntities(quote);
    }

    private void ReadEntities(Range where)
    {
        foreach (var (name, start) in Entities.In(text, where))
            ClaimWords(Specificity.Entity, name, start, start + name.Length);
    }

    /// <summary>A claim whose words go with the space beside them.</summary>
    private void ClaimWords(Specificity specificity, string value, int start, int end)
    {
        if (start > 0 && text[start - 1] == ' ')
            start--;
        else if (end < text.Length && text[end] == ' ')
            end++;
        Claim(specificity, value, start, end);
    }

    private void Claim(Specificity specificity, string value, int start, int end) =>
        _claims.Add(new Claim(specificity, value, start, end));

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
