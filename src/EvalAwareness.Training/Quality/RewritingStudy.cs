using System.Globalization;
using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Training.Quality;

/// <summary>
/// How much of the fit is kept when an explanation is written in another way: what carries meaning survives a paraphrase, a
/// code hidden in wording or order does not. Explanations that a rewriting leaves as they are do not count.
/// </summary>
internal static class RewritingStudy
{
    public const string Section = "fve_kept";

    private static readonly (string Name, Func<string, KeyedRandom, string> Rewrite)[] Rewritings =
    [
        ("words_shuffled", Rewriting.ShuffleWords),
        ("words_before_last_words_shuffled",
            (text, random) => Rewriting.BeforeLastWords(text, rest => Rewriting.ShuffleWords(rest, random))),
        ("sentences_shuffled", Rewriting.ShuffleSentences),
        ("sentences_before_last_words_shuffled",
            (text, random) => Rewriting.BeforeLastWords(text, rest => Rewriting.ShuffleSentences(rest, random))),
        ("paraphrased", Rewriting.Paraphrase),
        ("last_words_left_out", (text, _) => Rewriting.LeaveOutLastWords(text)),
    ];

    public static IEnumerable<QualityFigure> Figures(IReadOnlyList<ScoredPosition> positions, FidelityReader fidelity) =>
        Rewritings.SelectMany(rewriting => Kept(rewriting.Name, rewriting.Rewrite, positions, fidelity));

    private static IEnumerable<QualityFigure> Kept(
        string name, Func<string, KeyedRandom, string> rewrite, IReadOnlyList<ScoredPosition> positions, FidelityReader fidelity)
    {
        var changed = positions.Select(position => (Position: position, Text: rewrite(position.Explanation, Random(name, position))))
            .Where(pair => pair.Text != pair.Position.Explanation).ToList();
        var fve = fidelity.Fve([.. changed.Select(pair => (pair.Text, pair.Position.Activation))]);
        return QualityFigure.Ratio(
            Section, name, [.. changed.Zip(fve, (pair, after) => (pair.Position.Transcript, after, pair.Position.Fve))]);
    }

    private static KeyedRandom Random(string name, ScoredPosition position) => new(
        0, "quality", name, position.Transcript, position.Checked.Position.Token.Position.ToString(CultureInfo.InvariantCulture));
}
