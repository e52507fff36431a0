using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>Ids in the form of Python's shortuuid: 128 bits as 22 letters and digits that cannot be mistaken for one another.
/// Made of what they name, so that exporting a run again gives the same ones.</summary>
internal static class ShortId
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private const int Length = 22;

    public static string Of(params string[] parts)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts));
        var number = new BigInteger(hash.AsSpan(0, 16), isUnsigned: true);
        var id = new char[Length];
        for (var place = Length - 1; place >= 0; place--)
        {
            number = BigInteger.DivRem(number, Alphabet.Length, out var digit);
            id[place] = Alphabet[(int)digit];
        }
        return new string(id);
    }
}
