using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Tests.Decoding;

/// <summary>Qwen2's definition written down plainly in float64, one token and one number at a time: nothing is shared with the engine.</summary>
internal sealed class ReferenceDecoder(DecoderConfiguration configuration, IReadOnlyDictionary<string, float[]> weights)
{
    private readonly int _width = configuration.HiddenSize;

    /// <param name="tokens">The text.</param>
    /// <param name="after">May change the residual stream after a block.</param>
    /// <returns>After each block, the residual stream [time][d].</returns>
    public List<double[][]> HiddenStates(IReadOnlyList<int> tokens, Action<int, double[][]>? after = null)
    {
        var hidden = tokens.Select(token => Row("model.embed_tokens.weight", token, _width)).ToArray();
        var states = new List<double[][]>();
        for (var block = 0; block < configuration.Blocks; block++)
        {
            states.Add(hidden = Block(hidden, $"model.layers.{block}."));
            after?.Invoke(block, hidden);
        }
        return states;
    }

    public double[] Logits(double[] hidden)
    {
        var normed = Norm(hidden, "model.norm.weight");
        var head = configuration.TiedEmbeddings ? "model.embed_tokens.weight" : "lm_head.weight";
        return [.. Enumerable.Range(0, configuration.VocabularySize).Select(token => Dot(Row(head, token, _width), normed))];
    }

    private double[][] Block(double[][] hidden, string prefix)
    {
        var normed = hidden.Select(row => Norm(row, prefix + "input_layernorm.weight")).ToArray();
        var attended = Attention(normed, prefix + "self_attn.").Zip(hidden, Add).ToArray();
        return [.. attended.Select(row => Add(row, Mlp(Norm(row, prefix + "post_attention_layernorm.weight"), prefix + "mlp.")))];
    }

    private IEnumerable<double[]> Attention(double[][] normed, string prefix)
    {
        var size = configuration.HeadSize;
        var group = configuration.Heads / configuration.KeyValueHeads;
        var queries = normed.Select((row, position) => Rotate(Project(row, prefix + "q_proj", true), position)).ToArray();
        var keys = normed.Select((row, position) => Rotate(Project(row, prefix + "k_proj", true), position)).ToArray();
        var values = normed.Select(row => Project(row, prefix + "v_proj", true)).ToArray();
        for (var time = 0; time < normed.Length; time++)
        {
            var mixed = new double[_width];
            for (var head = 0; head < configuration.Heads; head++)
            {
                var (from, shared) = (head * size, head / group * size);
                var scores = Enumerable.Range(0, time + 1)
                    .Select(past => Enumerable.Range(0, size).Sum(i => queries[time][from + i] * keys[past][shared + i]) / Math.Sqrt(size)).ToArray();
                var exponentials = scores.Select(score => Math.Exp(score - scores.Max())).ToArray();
                for (var past = 0; past <= time; past++)
                    for (var i = 0; i < size; i++)
                        mixed[from + i] += exponentials[past] / exponentials.Sum() * values[past][shared + i];
            }
            yield return Project(mixed, prefix + "o_proj", false);
        }
    }

    private double[] Rotate(double[] heads, int position)
    {
        var (size, half) = (configuration.HeadSize, configuration.HeadSize / 2);
        var rotated = new double[heads.Length];
        for (var index = 0; index < heads.Length; index++)
        {
            var feature = index % size;
            var angle = position * Math.Pow(configuration.Rotary.Theta, -2.0 * (feature % half) / size);
            var partner = feature < half ? -heads[index + half] : heads[index - half];
            rotated[index] = heads[index] * Math.Cos(angle) + partner * Math.Sin(angle);
        }
        return rotated;
    }

    private double[] Mlp(double[] normed, string prefix)
    {
        var gate = Project(normed, prefix + "gate_proj", false).Select(value => value / (1 + Math.Exp(-value)));
        return Project([.. gate.Zip(Project(normed, prefix + "up_proj", false), (a, b) => a * b)], prefix + "down_proj", false);
    }

    private double[] Norm(double[] row, string weight)
    {
        var root = Math.Sqrt(row.Average(value => value * value) + configuration.NormEpsilon);
        return [.. row.Zip(weights[weight], (value, scale) => value / root * scale)];
    }

    private double[] Project(double[] row, string name, bool biased)
    {
        var rows = weights[name + ".weight"].Length / row.Length;
        return [.. Enumerable.Range(0, rows).Select(output =>
            Dot(Row(name + ".weight", output, row.Length), row) + (biased ? weights[name + ".bias"][output] : 0))];
    }

    private double[] Row(string name, int row, int width) =>
        [.. weights[name].AsSpan(row * width, width).ToArray().Select(value => (double)value)];

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();

    private static double[] Add(double[] left, double[] right) => [.. left.Zip(right, (a, b) => a + b)];
}
