using EvalAwareness.Torch;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Estimation;

/// <summary>
/// What a training would take, from shapes alone: 2 N operations a token that is read or written, 6 N a token that is learned from
/// (N: the parameters a token is multiplied with), at the rate at which this machine multiplies matrices. A bound from below: nothing else is counted.
/// </summary>
public sealed class TrainingEstimate
{
    /// <summary>Tokens of the verbalizer's prompt, and of the reconstructor's around an explanation.</summary>
    private const int VerbalizerPrompt = 125;

    private const int ReconstructorPrompt = 20;

    /// <summary>Tokens of a summary of 80 to 100 words, tags included.</summary>
    private const int SummaryTokens = 130;

    /// <summary>Tokens of the instructions that a summarizer gets, and most tokens of the text before a position.</summary>
    private const int Instructions = 280;

    private const int TextBefore = 1024;

    private readonly NlaRecipe _recipe;
    private readonly CorpusScale _scale;
    private readonly ParameterCounts _verbalizer;
    private readonly ParameterCounts _reconstructor;
    private readonly int _stepType;
    private readonly double _rate;

    /// <param name="recipe">What would be trained; its target's weights are not read.</param>
    /// <param name="scale">What would be read.</param>
    public TrainingEstimate(NlaRecipe recipe, CorpusScale scale)
    {
        _recipe = recipe;
        _scale = scale;
        _verbalizer = ParameterCounts.OfVerbalizer(recipe.Architecture);
        _reconstructor = ParameterCounts.OfReconstructor(recipe.ReconstructorArchitecture);
        _stepType = recipe.ComputeType == ScalarType.Float32 ? sizeof(float) : sizeof(short);
        _rate = MatrixRate.Measure(recipe.Architecture, recipe.ComputeType);
    }

    /// <summary>Corpus, activations, summaries and both halves' warm start.</summary>
    public IReadOnlyList<EstimateRow> WarmStart() => [.. Reading(), .. Asking(), .. WarmStartOfVerbalizer(), .. WarmStartOfReconstructor(), Machine()];

    /// <summary>Corpus, activations and joint training.</summary>
    public IReadOnlyList<EstimateRow> Joint() => [.. Reading(), .. JointTraining(), Machine()];

    private IEnumerable<EstimateRow> Reading()
    {
        const string Stage = "activations";
        yield return new(Stage, $"documents ({_scale.Basis})", _scale.Documents, "");
        yield return new(Stage, "positions", _scale.Positions, "");
        yield return new(Stage, "tokens the target reads", _scale.Tokens, "");
        yield return Gigabytes(Stage, "disk, vectors and text", _scale.Positions * (double)(_recipe.Architecture.HiddenSize * sizeof(float) + 4 * TextBefore));
        // Blocks up to K are as good as all that the reconstructor is multiplied with.
        foreach (var row in Work(Stage, 2.0 * _scale.Tokens * _reconstructor.Multiplied))
            yield return row;
    }

    private IEnumerable<EstimateRow> Asking()
    {
        const string Stage = "summaries";
        yield return new(Stage, "questions to ask", _scale.Positions, "");
        yield return new(Stage, "prompt tokens, at most", _scale.Positions * (double)(Instructions + TextBefore), "");
        yield return new(Stage, "answer tokens", _scale.Positions * (double)SummaryTokens, "");
    }

    private IEnumerable<EstimateRow> WarmStartOfVerbalizer()
    {
        var step = new StepShape(_recipe.Verbalizer.Batch, VerbalizerPrompt + SummaryTokens);
        var activations = step.ActivationBytes(_recipe.Architecture, _stepType) + step.LogitBytes(_recipe.Architecture, SummaryTokens, _stepType);
        return WarmStart("verbalizer", _verbalizer, _recipe.Verbalizer, step, activations);
    }

    private IEnumerable<EstimateRow> WarmStartOfReconstructor()
    {
        var step = new StepShape(_recipe.Reconstructor.Batch, ReconstructorPrompt + SummaryTokens);
        return WarmStart("reconstructor", _reconstructor, _recipe.Reconstructor, step, step.ActivationBytes(_recipe.ReconstructorArchitecture, _stepType));
    }

    private IEnumerable<EstimateRow> WarmStart(
        string stage, ParameterCounts parameters, TrainingOptions options, StepShape step, double activations) =>
    [
        new(stage, "parameters", parameters.All, ""),
        Gigabytes(stage, "memory: weights, gradients, moments", parameters.TrainingBytes(_stepType)),
        Gigabytes(stage, $"memory: activations of a step of {options.Batch}", activations),
        .. Work(stage, 6.0 * options.Steps * step.Sequences * step.Tokens * parameters.Multiplied),
    ];

    private IEnumerable<EstimateRow> JointTraining()
    {
        const string Stage = "joint training";
        var (options, written) = (_recipe.Reinforcement, _recipe.Rollouts.MaxNewTokens);
        var policy = new StepShape(options.Batch, VerbalizerPrompt + written);
        var reading = new StepShape(options.Batch, ReconstructorPrompt + written);
        yield return new(Stage, "tokens written, at most", (double)options.Steps * options.Batch * written, "");
        yield return Gigabytes(Stage, "memory: both models, moments, reference",
            _verbalizer.TrainingBytes(_stepType) + _verbalizer.ReferenceBytes(_stepType) + _reconstructor.TrainingBytes(_stepType));
        yield return Gigabytes(Stage, $"memory: activations of a step of {options.Batch}",
            policy.ActivationBytes(_recipe.Architecture, _stepType) + policy.LogitBytes(_recipe.Architecture, written, _stepType));
        var writing = 2.0 * options.Steps * options.Batch * written * _verbalizer.Multiplied;
        // The warm start reads along, and the reconstructor reads once to reward and once to learn.
        var updates = options.Steps * ((6.0 + 2) * policy.Sequences * policy.Tokens * _verbalizer.Multiplied + (6.0 + 2) * reading.Sequences * reading.Tokens * _reconstructor.Multiplied);
        foreach (var row in Work(Stage, writing + updates))
            yield return row;
    }

    private IEnumerable<EstimateRow> Work(string stage, double operations) =>
    [
        new(stage, "operations", operations / 1e12, "TFLOP"),
        new(stage, "time here, at least", operations / _rate / 3600, "hours"),
    ];

    private EstimateRow Machine() => new("this machine", $"matrix products in {_recipe.ComputeType.Name()}", _rate / 1e9, "GFLOP/s");

    private static EstimateRow Gigabytes(string stage, string what, double bytes) => new(stage, what, bytes / 1e9, "GB");
}
