using EvalAwareness.Core;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Nla;

/// <summary>What would be one transcript's failure in a run leaves nothing to run with where a pair is loaded.</summary>
public sealed class HostilePromptTests
{
    private const string Template = "chat_template.jinja";

    [Theory]
    [InlineData("{{ raise_exception('not today') }}", "chat template, line 1: not today")]
    [InlineData("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "chat template, line 1: more than ")]
    [InlineData("{{ 'ab' * 10000000 }}", "characters")]
    [InlineData("{{ 'ab' * 60000 }}", "the question becomes 120000 characters; expected at most 100000")]
    [InlineData("{{ messages[0].content }} {{ 'a ' * 500 }}", "config.json: max_position_embeddings is 128; the question alone takes")]
    public void A_chat_template_that_makes_no_question_is_refused(string template, string problem)
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        File.WriteAllText(Path.Combine(nla.Folder, Template), template);
        var refusal = Assert.Throws<RefusedException>(() => Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32));
        Assert.StartsWith(nla.Folder, refusal.Message);
        Assert.Contains(problem, refusal.Message);
        Assert.True(refusal.Message.Contains(Template) || refusal.Message.Contains("config.json"));
    }

    [Theory]
    [InlineData(NlaRole.Verbalizer)]
    [InlineData(NlaRole.Reconstructor)]
    public void A_split_pattern_that_does_not_come_to_an_end_is_refused(NlaRole role)
    {
        using var nla = new TinyNla(role);
        nla.Checkpoint.Edit("tokenizer.json", "\"Regex\": \"", "\"Regex\": \"([a-z ]+)+!|(");
        nla.Checkpoint.Edit("tokenizer.json", "\\\\s+\"", "\\\\s+)\"");
        nla.Edit(role == NlaRole.Verbalizer ? "Say <concept>" : "Summary of", $"{new string('a', 60)} <concept>");

        var refusal = Assert.Throws<RefusedException>(() => Load(nla, role));

        Assert.Equal($"{Path.Combine(nla.Folder, "tokenizer.json")}: the tokenizer's split pattern does not come to an end on this text.", refusal.Message);
    }

    [Fact]
    public void An_explanation_longer_than_the_context_is_refused()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        using var reconstructor = Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32);
        var explanation = string.Concat(Enumerable.Repeat("a b ", 100));

        var refusal = Assert.Throws<RefusedException>(() => reconstructor.Reconstruct([explanation], CancellationToken.None));

        Assert.StartsWith($"{Path.Combine(nla.Folder, "config.json")}: max_position_embeddings is 128; an explanation takes ", refusal.Message);
    }

    [Fact]
    public void A_layer_at_the_end_of_all_integers_is_no_block()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        nla.Edit("extraction_layer_index: 0", "extraction_layer_index: 2147483647");
        Assert.Contains("a reconstructor of layer 2147483647 has 2147483648 blocks", Assert.Throws<RefusedException>(() => Load(nla, NlaRole.Reconstructor)).Message);
    }

    [Fact]
    public void A_head_of_integers_is_refused()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        using (TensorScope.Enter())
            SafetensorsWriter.Write(
                Path.Combine(nla.Folder, ValueHead.FileName), new Dictionary<string, Tensor> { ["weight"] = Tensor.From(new long[16 * 16], [16, 16]) });
        Assert.EndsWith("value_head.safetensors: weight holds int64, not floating-point numbers.", Assert.Throws<RefusedException>(() => Load(nla, NlaRole.Reconstructor)).Message);
    }

    private static void Load(TinyNla nla, NlaRole role)
    {
        using IDisposable loaded = role == NlaRole.Verbalizer
            ? Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32)
            : Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32);
    }
}
