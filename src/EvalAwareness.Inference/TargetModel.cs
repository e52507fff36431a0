using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference;

/// <summary>The model under audit on the engine: loads and runs the blocks up to K and reads the residual stream there.</summary>
public sealed class TargetModel : ITargetModel, IDisposable
{
    // Padded tokens of one batch: bounds memory without changing a result beyond rounding.
    private const int TokenBudget = 4_096;

    private readonly ResidentDecoder _weights;
    private readonly BatchLimit _sequences;

    private TargetModel(ResidentDecoder weights, ModelCard card, int layer, Device device)
    {
        _sequences = new BatchLimit(int.MaxValue, device);
        _weights = weights;
        Card = card;
        Layer = layer;
    }

    public ModelCard Card { get; }

    public int Layer { get; }

    /// <summary>Memory of its weights while they are loaded: of the blocks up to the one that is read.</summary>
    public long WeightBytes => _weights.Bytes;

    /// <param name="checkpoint">An opened folder.</param>
    /// <param name="layer">Block K whose output is read, from 0.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <param name="trainedOn">Provenance for the model card.</param>
    public static TargetModel Load(Checkpoint checkpoint, int layer, ComputeOptions compute, string? trainedOn)
    {
        if (layer < 0 || layer >= checkpoint.Configuration.Blocks)
            throw new RefusedException($"{checkpoint.ConfigurationPath}: num_hidden_layers is {checkpoint.Configuration.Blocks}; there is no block {layer}.");
        var weights = ResidentDecoder.OfFirstBlocks(checkpoint, layer + 1, compute);
        return new TargetModel(weights, checkpoint.Card(compute, trainedOn), layer, compute.Device);
    }

    public IReadOnlyList<IReadOnlyList<Activation>> Capture(IReadOnlyList<CaptureRequest> requests, CancellationToken stop)
    {
        using var off = GradMode.Disabled();
        var activations = new IReadOnlyList<Activation>[requests.Count];
        foreach (var batch in LengthBatches.Create([.. requests.Select(Length)], TokenBudget))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var (index, read) in batch.Zip(_sequences.Run(batch, indices => Read([.. indices.Select(index => requests[index])]))))
                activations[index] = read;
        }
        return activations;
    }

    public void Release() => _weights.Release();

    public void Dispose() => _weights.Dispose();

    /// <summary>Tokens after the last position cannot reach it, so they are not computed.</summary>
    private static int Length(CaptureRequest request) => request.Positions[^1] + 1;

    private List<IReadOnlyList<Activation>> Read(IReadOnlyList<CaptureRequest> requests)
    {
        using var scope = TensorScope.Enter();
        var decoder = _weights.Value;
        var tokens = PaddedTokens.Create([.. requests.Select(request => request.TokenIds.Take(Length(request)).ToArray())], decoder.Device);
        var hidden = decoder.Forward(decoder.Embed(tokens));
        var rows = PaddedTokens.Rows(hidden, requests.SelectMany((request, row) => request.Positions.Select(position => (row, position))));
        return Distribute(requests, rows.ToRows<float>());
    }

    private static List<IReadOnlyList<Activation>> Distribute(IReadOnlyList<CaptureRequest> requests, float[][] vectors)
    {
        var activations = new List<IReadOnlyList<Activation>>();
        var next = 0;
        foreach (var request in requests)
            activations.Add([.. request.Positions.Select(position => new Activation(request.TranscriptId, position, vectors[next++]))]);
        return activations;
    }
}
