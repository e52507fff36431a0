using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Reading.Tests.Fuzzing;

/// <summary>Damages bytes: cut off, bits turned, stretches lost, doubled or overwritten.</summary>
internal static class ByteMutation
{
    private const int LongestStretch = 200;

    public static byte[] Of(byte[] bytes, KeyedRandom random)
    {
        var start = random.NextInt(bytes.Length);
        var end = Math.Min(bytes.Length, start + 1 + random.NextInt(LongestStretch));
        return random.NextInt(5) switch
        {
            0 => bytes[..start],
            1 => Flip(bytes, start, random),
            2 => [.. bytes[..start], .. bytes[end..]],
            3 => [.. bytes[..end], .. bytes[start..]],
            _ => [.. bytes[..start], .. Noise(end - start, random), .. bytes[end..]],
        };
    }

    private static byte[] Flip(byte[] bytes, int place, KeyedRandom random)
    {
        byte[] changed = [.. bytes];
        changed[place] ^= (byte)(1 << random.NextInt(8));
        return changed;
    }

    private static IEnumerable<byte> Noise(int length, KeyedRandom random) =>
        Enumerable.Range(0, length).Select(_ => (byte)random.NextInt(256));
}
