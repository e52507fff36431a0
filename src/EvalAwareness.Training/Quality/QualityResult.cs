namespace EvalAwareness.Training.Quality;

/// <summary>What was found about the explanations of one pair, as tidy rows; figures without a single case are left out.</summary>
/// <param name="Transcripts">Transcripts the positions lie in.</param>
/// <param name="Positions">Explanations studied one by one.</param>
/// <param name="Runs">Runs of neighbouring positions.</param>
/// <param name="Figures">Every figure, in the order of the study.</param>
public sealed record QualityResult(int Transcripts, int Positions, int Runs, IReadOnlyList<QualityFigure> Figures)
{
    /// <summary>The headline on wording: share of word trigrams that fresh true summaries attest; null without a trigram.</summary>
    public double? Attested => Find(WritingStudy.Section, QualityFigure.All, WritingStudy.Attested)?.Value;

    /// <summary>The figure of that name; null when it was left out.</summary>
    public QualityFigure? Find(string section, string specificity, string quantity) => Figures.SingleOrDefault(
        figure => (figure.Section, figure.Specificity, figure.Quantity) == (section, specificity, quantity));
}
