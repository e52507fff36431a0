using EvalAwareness.Cli.Reporting;
using EvalAwareness.Core;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.Quality;

namespace EvalAwareness.Cli.Validating;

/// <summary>Holds the explanations of both pairs against the text of the study's transcripts, at the same positions.</summary>
internal static class QualityMeasurement
{
    /// <summary>Transcripts of each family: 2,000 single positions and 400 runs.</summary>
    private const int MostTranscripts = 100;

    private static readonly ulong Seed = new OrganismRecipe().Seed;

    /// <summary>Measures once; a study that is started again finds its result in the run's folder.</summary>
    public static void Run(PlannedAudit planned, Engine engine, string folder, int transcripts, CancellationToken stop)
    {
        if (QualityFile.IsIn(folder))
            return;
        var sample = PositionSample.Capture(
            Transcripts(Math.Min(transcripts, MostTranscripts)), TranscriptTokenizer.Load(planned.Audit.Model), engine.Target, stop);
        var study = new QualityStudy(Seed);
        var summaries = new TrueSummaries(Seed);
        var (singles, runs) = Explain(engine.Nla);
        var results = new Dictionary<string, QualityResult> { [Conditions.Baseline] = study.Measure(singles, runs, engine.Nla.Reconstructor, stop) };
        if (engine.WarmStart is { } warmStart)
        {
            var (earlierSingles, earlierRuns) = Explain(warmStart);
            results[Conditions.WarmStart] = study.Measure(earlierSingles, earlierRuns, warmStart.Reconstructor, stop);
        }
        // The limit: what the reconstructor makes of words that are all true.
        results[QualityFile.TrueSummaries] = study.Measure(
            [.. singles.Select(summaries.InPlaceOf)], [.. runs.Select(run => run.Select(summaries.InPlaceOf).ToList())], engine.Nla.Reconstructor, stop);
        QualityFile.Write(folder, results);

        (IReadOnlyList<ReadPosition> Singles, IReadOnlyList<IReadOnlyList<ReadPosition>> Runs) Explain(LoadedNla pair) =>
            sample.Explain(pair.Verbalizer, planned.Audit.Sampling, planned.Audit.Seed, stop);
    }

    private static IEnumerable<OrganismTranscript> Transcripts(int count)
    {
        var corpus = new OrganismCorpus(Seed);
        return Enum.GetValues<Family>().SelectMany(family =>
            Enumerable.Range(0, count).Select(index => corpus.Generate(OrganismDatasets.Validation, index, family)));
    }
}
