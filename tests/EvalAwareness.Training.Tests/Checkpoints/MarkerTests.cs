using EvalAwareness.Core;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Tests.Checkpoints;

public sealed class MarkerTests(TinyOrganism organism) : IClassFixture<TinyOrganism>
{
    private readonly HuggingFaceTokenizer _tokenizer = HuggingFaceTokenizer.Load(organism.Folder.Target);
    private readonly ChatTemplate _template = ChatTemplate.Load(organism.Folder.Target);

    [Fact]
    public void It_is_one_token_between_the_tags_of_the_prompt()
    {
        var marker = Marker.Choose("target", NlaPrompts.Default.Verbalizer, _tokenizer, _template);

        Assert.Equal("㈎", marker.Text);
        Assert.Equal([marker.Id], _tokenizer.EncodeIds("㈎"));
        Assert.EndsWith(">", _tokenizer.TokenText(marker.Left));
        Assert.StartsWith("<", _tokenizer.TokenText(marker.Right));
    }

    [Theory]
    [InlineData("{injection_char} at the beginning, and again: {injection_char}")]
    [InlineData("no place for it")]
    public void A_prompt_without_one_place_for_it_is_refused(string prompt) =>
        Assert.Throws<RefusedException>(() => Marker.Choose("target", prompt, _tokenizer, _template));

    [Fact]
    public void Summaries_end_with_what_the_chat_template_ends_a_turn_with()
    {
        var end = ResponseEnd.Of(organism.Folder.Target, _tokenizer, _template);

        Assert.Equal("<|im_end|>", _tokenizer.TokenText(end.Taught));
        Assert.Contains(end.Taught, end.StopIds);
    }
}
