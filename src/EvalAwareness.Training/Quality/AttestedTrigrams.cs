using System.Text.RegularExpressions;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Quality;

/// <summary>Every run of three words in 20,000 true summaries of fresh transcripts.</summary>
internal sealed partial class AttestedTrigrams
{
    private const string Split = "quality";
    private const int Transcripts = 5_000;
    private const int SummariesPerTranscript = 4;

    private readonly HashSet<string> _trigrams;

    public AttestedTrigrams(ulong seed)
    {
        var corpus = new OrganismCorpus(seed);
        _trigrams = [.. Enumerable.Range(0, Transcripts)
            .SelectMany(index => Summaries(corpus.Generate(Split, index), new KeyedRandom(seed, "attested", $"{index}")))
            .SelectMany(Of)];
    }

    public bool Contains(string trigram) => _trigrams.Contains(trigram);

    /// <summary>The trigrams of <paramref name="text"/> in order, single spaces between the words.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var words = Words.Of(text);
        for (var index = 0; index + 2 < words.Length; index++)
            yield return $"{words[index]} {words[index + 1]} {words[index + 2]}";
    }

    private static IEnumerable<string> Summaries(OrganismTranscript transcript, KeyedRandom random)
    {
        var summarizer = new Summarizer();
        for (var count = 0; count < SummariesPerTranscript; count++)
        {
            var section = random.Pick(transcript.Sections);
            var word = random.Pick<Match>(Word().Matches(section.Text));
            yield return summarizer.Summarize(transcript, section.MessageIndex, section.Kind, word.Index + word.Length, random);
        }
    }

    // Positions lie at the ends of tokens, which are words and punctuation marks far more often than pieces of words.
    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Word();
}
