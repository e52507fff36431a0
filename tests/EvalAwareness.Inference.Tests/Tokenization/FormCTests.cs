using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Tokenization;

public sealed class FormCTests
{
    [Theory]
    [InlineData("plain ASCII", "plain ASCII")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("\u212b", "\u00c5")] // a singleton
    [InlineData("q\u0307\u0323", "q\u0323\u0307")] // marks are put in order
    [InlineData("a\u0316\u0301", "\u00e1\u0316")] // a mark of another class does not stand in the way
    [InlineData("a\u0315\u0301", "\u00e1\u0315")] // but is ordered after it
    [InlineData("a\u0301\u0301", "\u00e1\u0301")] // the same class does
    [InlineData("\u0041\u030a\u0301", "\u01fa")] // composed twice
    [InlineData("\u1100\u1161\u11a8", "\uac01")] // Hangul, three parts
    [InlineData("\uac00\u11a8", "\uac01")]
    [InlineData("\u0958", "\u0915\u093c")] // excluded from composition
    [InlineData("\ud834\udd5e", "\ud834\udd57\ud834\udd65")] // beyond U+FFFF, excluded
    [InlineData("\ud804\udc99\ud804\udcba", "\ud804\udc9a")] // beyond U+FFFF, composed
    [InlineData("\uf900", "\u8c48")]
    public void Text_is_put_into_normal_form_C(string text, string normalized) => Assert.Equal(normalized, FormC.Normalize(text));

    [Fact]
    public void Every_character_knows_where_it_came_from()
    {
        var aligned = FormC.Align("xe\u0301\u0958y");
        Assert.Equal("x\u00e9\u0915\u093cy", aligned.Text);
        Assert.Equal(new TextRange(1, 3), aligned.ToSource(new TextRange(1, 2)));
        Assert.Equal(new TextRange(3, 4), aligned.ToSource(new TextRange(2, 3)));
        Assert.Equal(new TextRange(3, 5), aligned.ToSource(new TextRange(3, 5)));
    }

    [Fact]
    public void Text_that_stays_the_same_needs_no_alignment() => Assert.Null(FormC.Align("schön und 日本語").Origins);

    [Fact]
    public void Hundreds_of_thousands_of_marks_are_put_in_order()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("\u0301\u0323", 200_000));
        Assert.Equal("\u1ea1" + new string('\u0323', 199_999) + new string('\u0301', 200_000), FormC.Normalize(text));
    }
}
