using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EvalAwareness.Core.Randomness;

/// <summary>
/// A random stream named by its key alone: the n-th number under a key is the same on every machine, in every order of
/// arrival. Counter based: SplitMix64 finaliser over a SHA-256 derived state.
/// </summary>
public sealed class KeyedRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong _key;
    private ulong _counter;

    public KeyedRandom(ulong seed, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(seed.ToString());
        // The unit separator keeps ("ab", "c") and ("a", "bc") apart.
        foreach (var part in parts)
            text.Append('\u001f').Append(part);
        _key = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64() => At(_counter++);

    /// <summary>Uniform in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => ToUnit(NextUInt64());

    /// <summary>Uniform in [0, 1) for a given step, independent of what was drawn before.</summary>
    public double DoubleAt(ulong step) => ToUnit(At(step));

    /// <summary>Uniform integer in [0, <paramref name="exclusiveMaximum"/>).</summary>
    public int NextInt(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);
        return (int)Math.BigMul(NextUInt64(), (ulong)exclusiveMaximum, out _);
    }

    /// <summary>True with probability <paramref name="probability"/>.</summary>
    public bool NextBool(double probability) => NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[NextInt(choices.Count)];

    /// <summary>A standard normal draw (Box-Muller, one of the pair).</summary>
    public double NextGaussian() =>
        Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Fisher-Yates, in place.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private ulong At(ulong step)
    {
        var z = _key + (step + 1) * GoldenGamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
