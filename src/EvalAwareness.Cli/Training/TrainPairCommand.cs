using System.CommandLine;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Training;

/// <summary>A training of a pair, for the organism or for somebody's own checkpoint.</summary>
internal abstract class TrainPairCommand : Command
{
    private readonly IReadOnlySet<DataSplit> _splits;
    private readonly TrainCorpusSettings _corpus = new();

    /// <param name="name">The command's.</param>
    /// <param name="description">What it does.</param>
    /// <param name="splits">Documents whose activations it needs.</param>
    protected TrainPairCommand(string name, string description, IReadOnlySet<DataSplit> splits) : base(name, description)
    {
        _splits = splits;
        Settings.AddTo(this);
        _corpus.AddTo(this);
        SetAction(RunAsync);
    }

    protected TrainSettings Settings { get; } = new();

    /// <summary>Refuses what does not go together, before anything is read.</summary>
    protected virtual void Check(ParseResult parsed, TrainingFolder folder) { }

    /// <summary>Does what is needed between activations and training, and says what came of them.</summary>
    /// <returns>How much was left out.</returns>
    protected abstract Task<int> PrepareAsync(ParseResult parsed, CorpusSurvey survey, TrainingFolder folder, CancellationToken stop);

    protected abstract Task TrainAsync(ParseResult parsed, NlaRecipe recipe, TrainingFolder folder, INlaData data, CancellationToken stop);

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) =>
        _corpus.IsOrganism(parsed) ? RunOrganismAsync(parsed, stop)
        : _corpus.IsDryRun(parsed) ? TrainEstimateView.ShowAsync(_corpus, parsed, _splits, Settings, stop)
        : RunCheckpointAsync(parsed, stop);

    private async Task<int> RunOrganismAsync(ParseResult parsed, CancellationToken stop)
    {
        var (recipe, folder) = (new OrganismRecipe(), Settings.Organism(parsed));
        using var data = new OrganismNlaData(recipe, folder);
        await TrainAsync(parsed, recipe.Nla(folder), folder, data, stop);
        return ExitCode.Done;
    }

    private async Task<int> RunCheckpointAsync(ParseResult parsed, CancellationToken stop)
    {
        var (recipe, folder) = (_corpus.Recipe(parsed), Settings.Folder(parsed));
        Check(parsed, folder);
        var run = new TrainCorpusRun(recipe, _corpus.Corpus(parsed), _corpus.Documents(parsed), folder, Settings.Progress(parsed));
        var survey = await run.CaptureAsync(_splits, stop);
        var leftOut = await PrepareAsync(parsed, survey, folder, stop);
        using var data = new StoredNlaData(folder);
        await TrainAsync(parsed, recipe, folder, data, stop);
        return leftOut > 0 ? ExitCode.Quarantined : ExitCode.Done;
    }
}
