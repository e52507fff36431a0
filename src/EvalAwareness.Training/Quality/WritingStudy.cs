using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>How well explanations are written, as far as counting can tell; no model is asked, so none is favoured.</summary>
internal sealed class WritingStudy(ulong seed)
{
    public const string Section = "writing";

    /// <summary>Share of word trigrams that fresh true summaries hold.</summary>
    public const string Attested = "attested";

    private const int PerDistinct = 100;

    private readonly AttestedTrigrams _attested = new(seed);
    private readonly TrueSummaries _true = new(seed);

    public IEnumerable<QualityFigure> Figures(IReadOnlyList<CheckedPosition> positions) =>
    [
        .. Mean(Attested, positions.SelectMany(position => AreAttested(position, position.Explanation))),
        .. Mean("attested_of_true_summaries", positions.SelectMany(position => AreAttested(position, _true.InPlaceOf(position.Position).Explanation))),
        .. Share("repeats_a_sentence", positions, position => RepeatsASentence(position.Explanation)),
        .. Share("readable", positions, position => position.Read.IsReadable),
        .. Mean("distinct_per_100", Distinct(positions.Select(position => position.Explanation))),
        .. Mean(
            "distinct_without_last_words_per_100",
            Distinct(positions.Select(position => Rewriting.LeaveOutLastWords(position.Explanation)))),
    ];

    private static IEnumerable<QualityFigure> Mean(string quantity, IEnumerable<Measured> values) =>
        QualityFigure.Mean(Section, QualityFigure.All, quantity, values);

    private static IEnumerable<QualityFigure> Share(
        string quantity, IEnumerable<CheckedPosition> positions, Func<CheckedPosition, bool> holds) =>
        Mean(quantity, positions.Select(position => Measured.Of(position.Transcript, holds(position))));

    private IEnumerable<Measured> AreAttested(CheckedPosition position, string text) =>
        AttestedTrigrams.Of(text).Select(trigram => Measured.Of(position.Transcript, _attested.Contains(trigram)));

    private static bool RepeatsASentence(string text)
    {
        var sentences = ExplanationSentence.Cut(text).Select(sentence => sentence.In(text)).ToList();
        return sentences.Distinct(StringComparer.OrdinalIgnoreCase).Count() < sentences.Count;
    }

    /// <summary>Different texts in each whole hundred, drawn without regard to the transcript; a hundred is a cluster.</summary>
    private static IEnumerable<Measured> Distinct(IEnumerable<string> texts)
    {
        var mixed = texts.ToArray();
        new KeyedRandom(0, "quality", "distinct").Shuffle<string>(mixed);
        return mixed.Chunk(PerDistinct)
            .Where(hundred => hundred.Length == PerDistinct)
            .Select((hundred, index) => new Measured($"{index}", hundred.Distinct().Count()));
    }
}
