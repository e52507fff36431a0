using System.CommandLine;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Cli.Training;

/// <summary><c>train warm-start [av|ar]</c>: verbalizer and reconstructor, or one of them.</summary>
internal sealed class TrainWarmStartCommand : Command
{
    private static readonly HashSet<DataSplit> Splits = [DataSplit.Verbalizer, DataSplit.Reconstructor];

    private readonly Argument<string> _half = new("HALF")
    {
        Description = "av, ar or both; two processes may train one each.",
        DefaultValueFactory = _ => "both",
    };

    private readonly TrainSettings _settings = new();
    private readonly TrainCorpusSettings _corpus = new();
    private readonly TrainSummarySettings _summaries = new();

    public TrainWarmStartCommand() : base("warm-start", "Trains verbalizer and reconstructor on summaries.")
    {
        _half.AcceptOnlyFromAmong("av", "ar", "both");
        Add(_half);
        _settings.AddTo(this);
        _corpus.AddTo(this);
        _summaries.AddTo(this);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        _corpus.IsOrganism(parsed) ? RunOrganismAsync(parsed, stop)
        : _corpus.IsDryRun(parsed) ? TrainEstimateView.ShowAsync(_corpus, parsed, Splits, _settings, stop)
        : RunCheckpointAsync(parsed, stop);

    private async Task<int> RunOrganismAsync(ParseResult parsed, CancellationToken stop)
    {
        var (recipe, folder) = (new OrganismRecipe(), _settings.Organism(parsed));
        using var data = new OrganismNlaData(recipe, folder);
        await TrainAsync(parsed, recipe.Nla(folder), folder, data, stop);
        return ExitCode.Done;
    }

    private async Task<int> RunCheckpointAsync(ParseResult parsed, CancellationToken stop)
    {
        var (recipe, folder) = (_corpus.Recipe(parsed), _settings.Folder(parsed));
        _summaries.Check(parsed, folder);
        var run = new TrainCorpusRun(recipe, _corpus.Corpus(parsed), _corpus.Documents(parsed), folder, _settings.Progress(parsed));
        var survey = await run.CaptureAsync(Splits, stop);
        var counts = await _summaries.BringAsync(parsed, folder, _settings.Progress(parsed), stop);
        var report = new TrainReport(parsed, _settings.Json(parsed));
        report.Say(survey, folder);
        report.Say(counts);
        using var data = new StoredNlaData(folder);
        await TrainAsync(parsed, recipe, folder, data, stop);
        return survey.Skipped.Count + counts.Malformed + counts.Dropped.Count > 0 ? ExitCode.Quarantined : ExitCode.Done;
    }

    private async Task TrainAsync(ParseResult parsed, NlaRecipe recipe, TrainingFolder folder, INlaData data, CancellationToken stop)
    {
        var half = parsed.GetRequiredValue(_half);
        var training = new WarmStartTraining(recipe, folder, data, _settings.Progress(parsed));
        LossCurve[] losses =
        [
            .. half == "av" ? [] : (LossCurve[])[training.RunReconstructor(stop)],
            .. half == "ar" ? [] : (LossCurve[])[training.RunVerbalizer(stop)],
        ];
        await _settings.FinishAsync(parsed, folder, losses, stop);
    }
}
