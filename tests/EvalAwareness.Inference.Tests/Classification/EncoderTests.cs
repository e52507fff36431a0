using System.Globalization;
using EvalAwareness.Inference.Classification;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Classification;

/// <summary>The packaged encoder, against what ONNX Runtime 1.30 computes from the same file (every 48th number of every state).</summary>
public sealed class EncoderTests : IDisposable
{
    private const int Stride = 48;
    private const double Tolerance = 1e-4;

    private readonly TensorScope _scope = TensorScope.Enter();
    private readonly GradMode _off = GradMode.Disabled();
    private readonly PackagedEncoder _packaged = PackagedEncoder.Load();

    public void Dispose()
    {
        _packaged.Dispose();
        _off.Dispose();
        _scope.Dispose();
    }

    [Fact]
    public void States_are_those_of_ONNX_Runtime_although_texts_of_two_lengths_share_a_batch()
    {
        var expected = Expected();
        var states = new Encoder(_packaged.Weights).Forward([.. expected.Select(text => text.Select(place => place.Id).ToArray())]).States;

        for (var text = 0; text < expected.Count; text++)
        {
            for (var place = 0; place < expected[text].Count; place++)
            {
                var state = states.Select(0, text).Select(0, place).ToArray<float>();
                Assert.Equal(expected[text][place].State, state.Where((_, index) => index % Stride == 0), (a, b) => Math.Abs(a - b) < Tolerance);
            }
        }
    }

    [Fact]
    public void A_text_becomes_the_ids_of_an_uncased_BERT() =>
        Assert.Equal(Expected()[1].Select(place => place.Id).ToArray()[1..^1], _packaged.Pieces.Encode("This IS a test"));

    private static List<List<(int Id, float[] State)>> Expected() =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Classification", "encoder-states.csv")).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(fields => fields[0])
            .Select(text => text.Select(fields => (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2..].Select(Number).ToArray())).ToList()),
    ];

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
