using System.CommandLine;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Reinforcement;

namespace EvalAwareness.Cli.Training;

/// <summary><c>train rl</c>: verbalizer and reconstructor together, by how well words are read back.</summary>
internal sealed class TrainRlCommand : TrainPairCommand
{
    private readonly Option<bool> _logReward = new("--log-reward") { Description = "Reward minus the logarithm of the squared error, not minus the error." };

    public TrainRlCommand() : base(
        "rl", "Trains verbalizer and reconstructor together, after their warm start.", new HashSet<DataSplit> { DataSplit.Reinforcement, DataSplit.HeldOut }) =>
        Add(_logReward);

    protected override Task<int> PrepareAsync(ParseResult parsed, CorpusSurvey survey, TrainingFolder folder, CancellationToken stop)
    {
        new TrainReport(parsed, Settings.Json(parsed)).Say(survey, folder);
        return Task.FromResult(survey.Skipped.Count);
    }

    protected override async Task TrainAsync(ParseResult parsed, NlaRecipe recipe, TrainingFolder folder, INlaData data, CancellationToken stop)
    {
        var rewarded = recipe with { Rollouts = recipe.Rollouts with { LogReward = parsed.GetValue(_logReward) } };
        var joint = new ReinforcementTraining(rewarded, folder, data, Settings.Progress(parsed)).Run(stop);
        await TrainCurves.WriteRolloutsAsync(joint, folder.Training, stop);
        await Settings.FinishAsync(parsed, folder, joint.Losses, stop);
    }
}
