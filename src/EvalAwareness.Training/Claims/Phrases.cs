namespace EvalAwareness.Training.Claims;

/// <summary>Phrases of one sort and what each says; several may say the same.</summary>
internal sealed class Phrases(IEnumerable<(string Text, string Meaning)> phrases)
{
    private readonly Dictionary<string, (string Text, string Meaning)> _phrases =
        phrases.ToDictionary(phrase => Bare(phrase.Text), StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<string> Meanings { get; } = [.. phrases.Select(phrase => phrase.Meaning).Distinct()];

    /// <summary>What <paramref name="text"/> says; null when it is none of the phrases.</summary>
    public string? MeaningOf(string text) => _phrases.TryGetValue(Bare(text), out var phrase) ? phrase.Meaning : null;

    /// <summary>The other phrases that say the same; none for a text that is no phrase.</summary>
    public IReadOnlyList<string> OthersLike(string text) => _phrases.TryGetValue(Bare(text), out var phrase)
        ? [.. _phrases.Values.Where(other => other.Meaning == phrase.Meaning && other.Text != phrase.Text).Select(other => other.Text)]
        : [];

    private static string Bare(string text) => Words.SingleSpaced(text).TrimEnd('.', ' ');
}
