using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

/// <summary>A tokenizer in the shape of a family, and what Hugging Face's tokenizers make of ten thousand texts with it.</summary>
internal sealed class FamilyFixture(string name)
{
    private const int DigestLength = 4, RecordLength = 3 * DigestLength;

    private static readonly string Families = Path.Combine(TokenizerFolder.Fixtures, "Families");
    private readonly byte[] _expected = File.ReadAllBytes(Path.Combine(Families, name, "expected.bin"));

    public static IReadOnlyList<string> Texts { get; } = [.. ReadTexts()];

    public HuggingFaceTokenizer Tokenizer { get; } = HuggingFaceTokenizer.Load(Path.Combine(Families, name));

    public bool HasIds(int text, IEnumerable<int> ids) => Matches(text, 0, string.Join(' ', ids));

    public bool HasOffsets(int text, IEnumerable<TokenSpan> spans) =>
        Matches(text, 1, string.Join(' ', spans.Select(span => $"{span.Start}-{span.End}")));

    public bool HasDecoded(int text, string decoded) => Matches(text, 2, decoded);

    private bool Matches(int text, int field, string value) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, DigestLength)
            .SequenceEqual(_expected.AsSpan(text * RecordLength + field * DigestLength, DigestLength));

    private static IEnumerable<string> ReadTexts()
    {
        using var reader = new BinaryReader(new GZipStream(File.OpenRead(Path.Combine(Families, "texts.bin.gz")), CompressionMode.Decompress));
        for (var text = 0; text < 10_000; text++)
            yield return string.Create(reader.ReadInt32(), reader, static (characters, source) =>
            {
                foreach (ref var character in characters)
                    character = (char)source.ReadUInt16();
            });
    }
}
