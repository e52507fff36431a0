using System.CommandLine;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Cli.Training;

/// <summary><c>train warm-start [av|ar]</c>: verbalizer and reconstructor, or one of them.</summary>
internal sealed class TrainWarmStartCommand : TrainPairCommand
{
    private readonly Argument<string> _half = new("HALF")
    {
        Description = "av, ar or both; two processes may train one each.",
        DefaultValueFactory = _ => "both",
    };

    private readonly TrainSummarySettings _summaries = new();

    public TrainWarmStartCommand() : base(
        "warm-start", "Trains verbalizer and reconstructor on summaries.", new HashSet<DataSplit> { DataSplit.Verbalizer, DataSplit.Reconstructor })
    {
        _half.AcceptOnlyFromAmong("av", "ar", "both");
        Add(_half);
        _summaries.AddTo(this);
    }

    protected override void Check(ParseResult parsed, TrainingFolder folder) => _summaries.Check(parsed, folder);

    protected override async Task<int> PrepareAsync(ParseResult parsed, CorpusSurvey survey, TrainingFolder folder, CancellationToken stop)
    {
        var counts = await _summaries.BringAsync(parsed, folder, Settings.Progress(parsed), stop);
        var report = new TrainReport(parsed, Settings.Json(parsed));
        report.Say(survey, folder);
        report.Say(counts);
        return survey.Skipped.Count + counts.Malformed + counts.Dropped.Count;
    }

    protected override async Task TrainAsync(ParseResult parsed, NlaRecipe recipe, TrainingFolder folder, INlaData data, CancellationToken stop)
    {
        var half = parsed.GetRequiredValue(_half);
        var training = new WarmStartTraining(recipe, folder, data, Settings.Progress(parsed));
        LossCurve[] losses =
        [
            .. half == "av" ? [] : (LossCurve[])[training.RunReconstructor(stop)],
            .. half == "ar" ? [] : (LossCurve[])[training.RunVerbalizer(stop)],
        ];
        await Settings.FinishAsync(parsed, folder, losses, stop);
    }
}
