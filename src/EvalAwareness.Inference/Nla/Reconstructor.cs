using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Nla;

/// <summary>The activation reconstructor (AR) on the engine: K + 1 blocks, no final norm, a linear head at the last token.</summary>
public sealed class Reconstructor : IReconstructor, IDisposable
{
    // Padded tokens of one batch: bounds memory without changing a result beyond rounding.
    private const int TokenBudget = 4_096;

    private readonly Checkpoint _checkpoint;
    private readonly ResidentDecoder _weights;
    private readonly Tensor _head;
    private readonly ReconstructorPrompt _prompt;
    private readonly BatchLimit _sequences;

    private Reconstructor(Checkpoint checkpoint, Sidecar sidecar, ResidentDecoder weights, Tensor head, ReconstructorPrompt prompt, ModelCard card)
    {
        _checkpoint = checkpoint;
        _sequences = new BatchLimit(int.MaxValue, head.Device);
        Sidecar = sidecar;
        _weights = weights;
        _head = head;
        _prompt = prompt;
        Card = card;
    }

    public ModelCard Card { get; }

    public Sidecar Sidecar { get; }

    /// <summary>Memory of its weights while they are loaded.</summary>
    public long WeightBytes => _weights.Bytes + _head.ElementCount * _head.Type.Size();

    public double? VarianceBaseline => Sidecar.VarianceBaseline;

    /// <exception cref="RefusedException">The checkpoint is no reconstructor, or disagrees with itself.</exception>
    public static Reconstructor Load(string folder, ComputeOptions compute)
    {
        var checkpoint = Checkpoint.Open(folder);
        var sidecar = NlaChecks.ReadSidecar(checkpoint, NlaRole.Reconstructor);
        if (checkpoint.Configuration.Blocks != sidecar.Layer + 1L)
            throw new RefusedException(
                $"{checkpoint.ConfigurationPath}: num_hidden_layers is {checkpoint.Configuration.Blocks}; "
                + $"a reconstructor of layer {sidecar.Layer} has {sidecar.Layer + 1L} blocks.");
        var prompt = new ReconstructorPrompt(folder, sidecar, checkpoint.Tokenizer);
        var head = ValueHead.Load(folder, checkpoint.Configuration.HiddenSize, compute);
        var weights = ResidentDecoder.Of(checkpoint, WeightNames.OfTrunk(checkpoint.Configuration), compute);
        return new Reconstructor(checkpoint, sidecar, weights, head, prompt, checkpoint.Card(compute, sidecar.TrainedOn));
    }

    public IReadOnlyList<Fidelity> Score(
        IReadOnlyList<string> explanations, IReadOnlyList<float[]> activations, CancellationToken stop)
    {
        var predictions = Reconstruct(explanations, stop);
        return [.. predictions.Zip(activations, (prediction, activation) => Compare(prediction, activation))];
    }

    /// <summary>The activation each explanation describes, raw, of width d.</summary>
    /// <exception cref="RefusedException">An explanation is longer than the context.</exception>
    public IReadOnlyList<float[]> Reconstruct(IReadOnlyList<string> explanations, CancellationToken stop)
    {
        using var off = GradMode.Disabled();
        var prompts = explanations.Select(_prompt.Encode).ToList();
        RequireContext(prompts);
        var predictions = new float[prompts.Count][];
        foreach (var batch in LengthBatches.Create([.. prompts.Select(prompt => prompt.Length)], TokenBudget))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var (index, row) in batch.Zip(_sequences.Run(batch, indices => Read([.. indices.Select(index => prompts[index])]))))
                predictions[index] = row;
        }
        return predictions;
    }

    // The head stays: one matrix beside dozens.
    public void Release() => _weights.Release();

    public void Dispose()
    {
        _head.Dispose();
        _weights.Dispose();
    }

    private void RequireContext(IReadOnlyList<int[]> prompts)
    {
        if (prompts.FirstOrDefault(prompt => prompt.Length > Card.ContextLength) is { } tooLong)
            throw new RefusedException($"{_checkpoint.ConfigurationPath}: max_position_embeddings is {Card.ContextLength}; an explanation takes {tooLong.Length} tokens.");
    }

    /// <returns>Predictions, float32.</returns>
    private float[][] Read(IReadOnlyList<int[]> prompts)
    {
        using var scope = TensorScope.Enter();
        var decoder = _weights.Value;
        var hidden = decoder.Forward(decoder.Embed(PaddedTokens.Create(prompts, decoder.Device)));
        var last = PaddedTokens.Rows(hidden, prompts.Select((prompt, row) => (row, prompt.Length - 1)));
        return last.Linear(_head).ToRows<float>();
    }

    private Fidelity Compare(float[] prediction, float[] activation)
    {
        var cosine = Cosine(prediction, activation);
        // Both scaled to norm √d, the mean squared difference is 2(1 - cosine).
        var mse = 2 * (1 - cosine);
        return new Fidelity(cosine, mse, VarianceBaseline is { } variance ? 1 - mse / variance : null);
    }

    private static double Cosine(float[] left, float[] right)
    {
        double product = 0, leftSquare = 0, rightSquare = 0;
        for (var index = 0; index < left.Length; index++)
        {
            product += (double)left[index] * right[index];
            leftSquare += (double)left[index] * left[index];
            rightSquare += (double)right[index] * right[index];
        }
        return product / Math.Sqrt(leftSquare * rightSquare);
    }
}
