using System.Buffers.Binary;
using System.Text;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>Headers longer than the file, tensors that overlap or claim more than there is, data cut off or overwritten.</summary>
internal static class SafetensorsMutations
{
    private const int LengthSize = 8;

    private static readonly ulong[] Lengths =
        [0, 1, 7, 100_000_000, 100_000_001, int.MaxValue, uint.MaxValue, long.MaxValue, ulong.MaxValue, ulong.MaxValue - LengthSize];

    public static byte[] Mutate(byte[] file, Random random)
    {
        var end = LengthSize + (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        return random.Next(8) switch
        {
            0 => TextMutations.Mutate(file, random),
            1 => WithLength(file, random.Next(2) == 0 ? Lengths[random.Next(Lengths.Length)] : (ulong)(end - LengthSize + random.Next(-20, 20))),
            2 => [.. file[..end], .. TextMutations.Mutate(file[end..], random)],
            3 => [.. file[..end], .. Enumerable.Repeat((byte)0xff, file.Length - end)],
            4 => WithHeader(file, end, TextMutations.Mutate(file[LengthSize..end], random)),
            _ => WithHeader(file, end, Encoding.UTF8.GetBytes(JsonMutations.Mutate(Encoding.UTF8.GetString(file[LengthSize..end]), random, Junk.Value))),
        };
    }

    private static byte[] WithHeader(byte[] file, int end, byte[] header) => [.. WithLength(file, (ulong)header.Length)[..LengthSize], .. header, .. file[end..]];

    private static byte[] WithLength(byte[] file, ulong length)
    {
        byte[] changed = [.. file];
        BinaryPrimitives.WriteUInt64LittleEndian(changed, length);
        return changed;
    }
}
