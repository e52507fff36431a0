namespace EvalAwareness.Torch.Autograd;

/// <summary>
/// Momentum whose direction is made orthogonal, for the matrices inside a network (Jordan and others 2024): every direction
/// of a matrix then moves by the same amount, also those that few examples ask for.
/// </summary>
public sealed class Muon : IDisposable
{
    // The quintic whose iteration takes singular values in (0, 1] close to one: Jordan and others 2024.
    private const double Linear = 3.4445;
    private const double Cubic = -4.7750;
    private const double Quintic = 2.0315;
    private const int Iterations = 5;

    // An orthogonal update has a root mean square of 1/√(longer side); Adam's is 0.2 to 0.4. With this factor one learning
    // rate serves both (Liu and others 2025).
    private const double AdamsRootMeanSquare = 0.2;

    private readonly Tensor[] _matrices;
    private readonly Tensor[] _momenta;

    /// <param name="matrices">Float32 leaves of rank two, marked as requiring gradients.</param>
    public Muon(IReadOnlyList<Tensor> matrices)
    {
        foreach (var matrix in matrices)
            Shapes.Require(matrix.Rank == 2, "muon", $"{matrix} is no matrix");
        _matrices = [.. matrices];
        _momenta = [.. matrices.Select(matrix => Tensor.Zeros([.. matrix.Shape], matrix.Type, matrix.Device))];
    }

    public double Momentum { get; init; } = 0.95;

    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Momenta by name, for checkpoints that training resumes from.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State =>
        _momenta.Select((tensor, index) => KeyValuePair.Create($"momentum.{index}", tensor));

    /// <summary>One update from the accumulated gradients, which are then cleared.</summary>
    public void Step(double learningRate)
    {
        using var off = GradMode.Disabled();
        for (var index = 0; index < _matrices.Length; index++)
        {
            using var scope = TensorScope.Enter();
            Update(_matrices[index], _momenta[index], learningRate);
        }
    }

    public void Dispose()
    {
        foreach (var momentum in _momenta)
            momentum.Dispose();
    }

    private void Update(Tensor matrix, Tensor momentum, double learningRate)
    {
        var gradient = Gradients.Required(matrix);
        momentum.CopyFrom(momentum * Momentum + gradient);
        var direction = Orthogonal(momentum * Momentum + gradient);
        var scale = AdamsRootMeanSquare * Math.Sqrt(Math.Max(matrix.Size(0), matrix.Size(1)));
        matrix.CopyFrom(matrix * (1 - learningRate * WeightDecay) - direction * (learningRate * scale));
        gradient.ZeroInPlace();
    }

    /// <summary>Nearly U Vᵀ of a matrix U S Vᵀ; in bfloat16, as its authors do, since the result need not be exact.</summary>
    internal static Tensor Orthogonal(Tensor matrix)
    {
        var tall = matrix.Size(0) > matrix.Size(1);
        var wide = tall ? matrix.Transpose(0, 1) : matrix;
        var result = (wide / ((wide * wide).Sum().Sqrt() + Tensor.Scalar(1e-7))).To(ScalarType.BFloat16);
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            var square = result.MatMul(result.Transpose(0, 1));
            result = result * Linear + (square * Cubic + square.MatMul(square) * Quintic).MatMul(result);
        }
        return (tall ? result.Transpose(0, 1) : result).To(matrix.Type);
    }
}
