using System.Text;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>Damage that knows nothing of what a file means.</summary>
internal static class TextMutations
{
    private const int LongestSpan = 40;

    public static byte[] Mutate(byte[] file, Random random)
    {
        var (at, span) = (random.Next(file.Length), random.Next(1, LongestSpan));
        return random.Next(7) switch
        {
            0 => file[..at],
            1 => [.. file[..at], .. file[Math.Min(at + span, file.Length)..]],
            2 => [.. file[..at], .. file[at..Math.Min(at + span, file.Length)], .. file[at..]],
            3 => [.. file[..at], .. Noise(span, random), .. file[at..]],
            4 => [.. file[..at], .. Encoding.UTF8.GetBytes(Junk.Text(random)), .. file[at..]],
            5 => [.. file, .. Noise(span, random)],
            _ => WithFlippedBits(file, random.Next(1, 8), random),
        };
    }

    public static byte[] WithFlippedBits(byte[] file, int bits, Random random)
    {
        byte[] flipped = [.. file];
        for (var bit = 0; bit < bits; bit++)
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private static byte[] Noise(int length, Random random)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
