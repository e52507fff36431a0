using EvalAwareness.Core.Randomness;
using EvalAwareness.Torch;

namespace EvalAwareness.Training.Classification;

/// <summary>Hides a share of what passes and scales up the rest (Srivastava et al. 2014); what it hides depends on seed and step alone.</summary>
internal sealed class RandomDropout(ulong seed, int step, double share)
{
    // Three bytes of a share are more than enough, and one at a time is what makes the mask cheap.
    private const int Levels = 256;

    private readonly Random _random = new((int)new KeyedRandom(seed, "dropout", $"{step}").NextInt(int.MaxValue));
    private readonly int _hidden = (int)Math.Round(share * Levels);

    public Tensor Apply(Tensor hidden)
    {
        if (_hidden == 0)
            return hidden;
        var bytes = new byte[hidden.ElementCount];
        _random.NextBytes(bytes);
        var kept = (float)Levels / (Levels - _hidden);
        return hidden * Tensor.From(Array.ConvertAll(bytes, value => value < _hidden ? 0 : kept), [.. hidden.Shape]);
    }
}
