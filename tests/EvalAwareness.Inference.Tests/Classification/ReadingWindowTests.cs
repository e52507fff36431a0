using EvalAwareness.Inference.Classification;

namespace EvalAwareness.Inference.Tests.Classification;

public sealed class ReadingWindowTests : IDisposable
{
    private readonly PackagedEncoder _packaged = PackagedEncoder.Load();

    public void Dispose() => _packaged.Dispose();

    [Theory]
    [InlineData("One. Two! Three?", "One.|Two!|Three?")]
    [InlineData("A version 2.5 is out\nnext line", "A version 2.5 is out|next line")]
    [InlineData("  \n \n", "")]
    [InlineData("", "")]
    [InlineData("no end", "no end")]
    public void A_text_is_cut_where_sentences_and_lines_end(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', TextSentences.Of(text).Select(range => text[range])));

    [Fact]
    public void A_short_text_is_one_window_between_its_markers()
    {
        var window = Assert.Single(Windows("This is.\nA test"));

        Assert.Equal([_packaged.Pieces.Begin, 2023, 2003, 1012, 1037, 3231, _packaged.Pieces.End], window.Ids);
        Assert.Equal([-1, 0, 0, 0, 1, 1, -1], window.Sentences);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(400)]
    public void Windows_leave_no_word_out_and_none_is_too_long(int wordsOfSentence)
    {
        var sentences = Enumerable.Range(0, 1200 / wordsOfSentence).Select(_ => string.Join(' ', Enumerable.Repeat("test", wordsOfSentence))).ToList();
        var windows = Windows(string.Join('\n', sentences));

        Assert.All(windows, window => Assert.InRange(window.Ids.Count, 3, ReadingWindow.MostIds));
        Assert.Equal(sentences.Count, windows.SelectMany(window => window.Sentences).Where(sentence => sentence >= 0).Distinct().Count());
        Assert.True(windows.Sum(window => window.Ids.Count - 2) >= 1200);
    }

    private IReadOnlyList<ReadingWindow> Windows(string text) => ReadingWindow.Of(text, TextSentences.Of(text), _packaged.Pieces);
}
