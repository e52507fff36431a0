using System.CommandLine;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.Reinforcement;

namespace EvalAwareness.Cli.Training;

/// <summary><c>train rl</c>: verbalizer and reconstructor together, by how well words are read back.</summary>
internal sealed class TrainRlCommand : Command
{
    private static readonly HashSet<DataSplit> Splits = [DataSplit.Reinforcement, DataSplit.HeldOut];

    private readonly Option<bool> _logReward = new("--log-reward") { Description = "Reward minus the logarithm of the squared error, not minus the error." };

    private readonly TrainSettings _settings = new();
    private readonly TrainCorpusSettings _corpus = new();

    public TrainRlCommand() : base("rl", "Trains verbalizer and reconstructor together, after their warm start.")
    {
        Add(_logReward);
        _settings.AddTo(this);
        _corpus.AddTo(this);
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
        var run = new TrainCorpusRun(recipe, _corpus.Corpus(parsed), _corpus.Documents(parsed), folder, _settings.Progress(parsed));
        var survey = await run.CaptureAsync(Splits, stop);
        new TrainReport(parsed, _settings.Json(parsed)).Say(survey, folder);
        using var data = new StoredNlaData(folder);
        await TrainAsync(parsed, recipe, folder, data, stop);
        return survey.Skipped.Count > 0 ? ExitCode.Quarantined : ExitCode.Done;
    }

    private async Task TrainAsync(ParseResult parsed, NlaRecipe recipe, TrainingFolder folder, INlaData data, CancellationToken stop)
    {
        var rewarded = recipe with { Rollouts = recipe.Rollouts with { LogReward = parsed.GetValue(_logReward) } };
        var joint = new ReinforcementTraining(rewarded, folder, data, _settings.Progress(parsed)).Run(stop);
        await TrainCurves.WriteRolloutsAsync(joint, folder.Training, stop);
        await _settings.FinishAsync(parsed, folder, joint.Losses, stop);
    }
}
