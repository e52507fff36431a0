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
        var results = new Dictionary<string, QualityResult> { [Conditions.Baseline] = Measure(engine.Nla) };
        if (engine.WarmStart is { } warmStart)
            results[Conditions.WarmStart] = Measure(warmStart);
        results[QualityFile.TrueSummaries] = MeasureTrueSummaries();
        QualityFile.Write(folder, results);

        QualityResult Measure(LoadedNla pair)
        {
            var (singles, runs) = sample.Explain(pair.Verbalizer, planned.Audit.Sampling, planned.Audit.Seed, stop);
            return study.Measure(singles, runs, pair.Reconstructor, stop);
        }

        // The limit: what the reconstructor makes of words that are all true.
        QualityResult MeasureTrueSummaries()
        {
            var summaries = new TrueSummaries(Seed);
            var (singles, runs) = sample.Explain(engine.Nla.Verbalizer, planned.Audit.Sampling, planned.Audit.Seed, stop);
            return study.Measure(
                [.. singles.Select(summaries.InPlaceOf)],
                [.. runs.Select(run => (IReadOnlyList<ReadPosition>)[.. run.Select(summaries.InPlaceOf)])],
                engine.Nla.Reconstructor, stop);
        }
    }

    private static IEnumerable<OrganismTranscript> Transcripts(int count)
    {
        var corpus = new OrganismCorpus(Seed);
        return Enum.GetValues<Family>().SelectMany(family =>
            Enumerable.Range(0, count).Select(index => corpus.Generate(OrganismDatasets.Validation, index, family)));
    }
}
