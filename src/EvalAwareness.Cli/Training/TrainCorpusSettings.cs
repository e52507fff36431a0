using System.CommandLine;
using EvalAwareness.Core;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Cli.Training;

/// <summary>The options of a training on somebody's own checkpoint and corpus.</summary>
internal sealed class TrainCorpusSettings
{
    /// <summary>Share of the steps that warm up, where these are few.</summary>
    private const int WarmupShare = 10;

    private readonly Option<string?> _target = new("--target") { Description = "Hugging Face folder of the model to read; the organism when left out.", HelpName = "DIR" };

    private readonly Option<string[]> _corpus = new("--corpus")
    {
        Description = "Documents: JSONL with text or messages, Parquet with a text column, or text files, a document each.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int?> _layer = new("--layer") { Description = "Block K whose output is read, from 0; two thirds of the way up when left out.", HelpName = "K" };

    private readonly Option<int> _positions = new("--positions") { Description = "Positions kept of a document.", HelpName = "N", DefaultValueFactory = _ => 5 };

    private readonly Option<int?> _documents = new("--documents") { Description = "Documents used; all when left out.", HelpName = "N" };

    private readonly Option<int?> _steps = new("--steps") { Description = "Steps of each training.", HelpName = "N" };

    private readonly Option<int?> _batch = new("--batch") { Description = "Examples of a step; responses in train rl.", HelpName = "N" };

    private readonly Option<double?> _learningRate = new("--learning-rate") { Description = "Highest learning rate.", HelpName = "X" };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Of splits, positions and sampled words.", HelpName = "N", DefaultValueFactory = _ => 1UL };

    private readonly Option<string> _type = new("--dtype") { Description = "Element type to compute in.", HelpName = "auto|bfloat16|float32", DefaultValueFactory = _ => "auto" };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what it would take, in memory, disk, tokens and hours, and stop." };

    private IReadOnlyList<Option> All => [_target, _corpus, _layer, _positions, _documents, _steps, _batch, _learningRate, _seed, _type, _dryRun];

    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
    }

    /// <exception cref="RefusedException">Options are given that the organism's training does not take.</exception>
    public bool IsOrganism(ParseResult parsed)
    {
        if (parsed.GetValue(_target) is not null)
            return false;
        var given = All.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name).ToList();
        if (given.Count > 0)
            throw new RefusedException($"{string.Join(", ", given)}: say with --target which checkpoint to train on.");
        return true;
    }

    public bool IsDryRun(ParseResult parsed) => parsed.GetValue(_dryRun);

    public IReadOnlyList<string> Corpus(ParseResult parsed) => parsed.GetValue(_corpus) ?? [];

    public DocumentOptions Documents(ParseResult parsed) => new()
    {
        Seed = parsed.GetRequiredValue(_seed),
        PositionsPerDocument = Positive(_positions.Name, parsed.GetRequiredValue(_positions)),
        Limit = parsed.GetValue(_documents),
    };

    public NlaRecipe Recipe(ParseResult parsed)
    {
        var recipe = CheckpointRecipe.For(
            parsed.GetRequiredValue(_target)!, parsed.GetValue(_layer), parsed.GetRequiredValue(_type), parsed.GetRequiredValue(_seed));
        return recipe with
        {
            TrainedOn = string.Join(", ", Corpus(parsed).Select(Path.GetFileName)),
            Verbalizer = Adjust(recipe.Verbalizer, parsed),
            Reconstructor = Adjust(recipe.Reconstructor, parsed),
            Reinforcement = Adjust(recipe.Reinforcement, parsed),
        };
    }

    private TrainingOptions Adjust(TrainingOptions options, ParseResult parsed)
    {
        var steps = Positive(_steps.Name, parsed.GetValue(_steps) ?? options.Steps);
        return options with
        {
            Steps = steps,
            Batch = Positive(_batch.Name, parsed.GetValue(_batch) ?? options.Batch),
            LearningRate = parsed.GetValue(_learningRate) ?? options.LearningRate,
            Warmup = Math.Min(options.Warmup, steps / WarmupShare),
        };
    }

    private static int Positive(string option, int value) =>
        value > 0 ? value : throw new RefusedException($"{option}: is {value}; expected a positive number.");
}
