using System.CommandLine;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>train warm-start [av|ar]</c>: verbalizer and reconstructor, or one of them.</summary>
internal sealed class TrainWarmStartCommand : Command
{
    private readonly Argument<string> _half = new("HALF")
    {
        Description = "av, ar or both; two processes may train one each.",
        DefaultValueFactory = _ => "both",
    };

    private readonly TrainSettings _settings = new();

    public TrainWarmStartCommand() : base("warm-start", "Trains verbalizer and reconstructor on summaries.")
    {
        _half.AcceptOnlyFromAmong("av", "ar", "both");
        Add(_half);
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => _settings.RunAsync(parsed, (recipe, folder, progress) =>
    {
        var half = parsed.GetRequiredValue(_half);
        var training = new WarmStartTraining(recipe, folder, progress);
        return
        [
            .. half == "av" ? [] : (LossCurve[])[training.RunReconstructor(stop)],
            .. half == "ar" ? [] : (LossCurve[])[training.RunVerbalizer(stop)],
        ];
    });
}
