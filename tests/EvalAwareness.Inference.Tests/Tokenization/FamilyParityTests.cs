using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

/// <summary>Ids, offsets and decoded texts are those of Hugging Face's tokenizers.</summary>
public sealed class FamilyParityTests
{
    public static TheoryData<string> Kinds => new("qwen", "llama", "gemma", "flags", "unknown", "fused");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ids_are_those_of_the_reference(string kind)
    {
        var family = new FamilyFixture(kind);
        AssertEach((index, text) => family.HasIds(index, family.Tokenizer.EncodeIds(text, addSpecialTokens: true)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Offsets_are_those_of_the_reference(string kind)
    {
        // Of characters that are composed the reference names only the first, where ours cover all of them.
        var family = new FamilyFixture(kind);
        var composes = kind is "qwen" or "flags";
        AssertEach((index, text) => composes && IsComposed(text) || family.HasOffsets(index, family.Tokenizer.Encode(text, addSpecialTokens: true)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Decoded_texts_are_those_of_the_reference(string kind)
    {
        var family = new FamilyFixture(kind);
        AssertEach((index, text) =>
            family.HasDecoded(index, family.Tokenizer.Decode(family.Tokenizer.EncodeIds(text, addSpecialTokens: true), skipSpecial: false)));
    }

    private static bool IsComposed(string text) => Surrogates.ReplaceLone(text) is var valid && FormC.Normalize(valid) != valid;

    private static void AssertEach(Func<int, string, bool> holds)
    {
        string[] failing = [.. FamilyFixture.Texts.Index().Where(text => !holds(text.Index, text.Item)).Select(text => $"{text.Index}: {Escaped(text.Item)}")];
        Assert.True(failing.Length == 0, $"{failing.Length} texts differ:\n{string.Join('\n', failing.OrderBy(text => text.Length).Take(10))}");
    }

    private static string Escaped(string text) =>
        string.Concat(text.Select(character => character is >= ' ' and <= '~' ? character.ToString() : $"\\u{(int)character:x4}"));
}
