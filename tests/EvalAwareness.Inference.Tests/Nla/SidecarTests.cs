using EvalAwareness.Core;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Nla;

public sealed class SidecarTests
{
    [Theory]
    [InlineData("kind: nla_model", "kind: nla_dataset", "kind is 'nla_dataset'; expected nla_model")]
    [InlineData("role: av", "role: judge", "role is 'judge'; expected av or ar")]
    [InlineData("role: av", "role: ar", "role is reconstructor; a verbalizer is needed here")]
    [InlineData("d_model: 16", "d_model: sixteen", "d_model is 'sixteen'; expected an integer")]
    [InlineData("d_model: 16", "d_model: 32", "d_model is 32, but config.json has hidden_size 16")]
    [InlineData("injection_scale: 2.5", "injection_scale: null", "extraction.injection_scale is missing")]
    [InlineData("injection_scale: 2.5", "injection_scale: -1", "extraction.injection_scale is '-1'; expected a positive number")]
    [InlineData("injection_char: \"㈎\"", "injection_char: \"ab cd\"", "tokens for this tokenizer; expected one")]
    [InlineData("injection_char: \"㈎\"", "injection_char: \"a\"", "for this tokenizer, the sidecar says")]
    [InlineData("{injection_char}</concept>", "nothing</concept>", "holds {injection_char} 0 times; expected once")]
    [InlineData("{injection_char}</concept>", "{injection_char} or ㈎</concept>", "stands 2 times in the prompt; expected once")]
    [InlineData("<concept>", "[concept]", "the left neighbour of the marker is token")]
    [InlineData("</concept>", "[/concept]", "the right neighbour of the marker is token")]
    [InlineData("\ncritic:\n  extraction_layer_index: 0", "\ncritic:\n  extraction_layer_index: 1", "critic.extraction_layer_index is 1, but extraction_layer_index is 0")]
    [InlineData("kind: nla_model", "kind: [", "no YAML")]
    public void A_verbalizer_that_disagrees_with_its_sidecar_is_refused(string from, string to, string problem)
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit(from, to);
        Assert.Contains(problem, Assert.Throws<RefusedException>(() => Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32)).Message);
    }

    [Theory]
    [InlineData("role: ar", "role: av", "role is verbalizer; a reconstructor is needed here", "injection_scale: null", "injection_scale: 1")]
    [InlineData("critic_suffix_ids: [", "critic_suffix_ids: [1, ", "critic_suffix_ids says [1, ")]
    [InlineData("{explanation}", "it", "holds {explanation} 0 times; expected once")]
    [InlineData("mse_scale: 4", "mse_scale: null", "extraction.mse_scale is null; a reconstructor needs the norm to compare at")]
    [InlineData("mse_scale: 4", "mse_scale: 59.87", "extraction.mse_scale is 59.87; expected √d_model, 4")]
    [InlineData("extraction_layer_index: 0", "extraction_layer_index: 1", "num_hidden_layers is 1; a reconstructor of layer 1 has 2 blocks")]
    public void A_reconstructor_that_disagrees_with_its_sidecar_is_refused(
        string from, string to, string problem, string? alsoFrom = null, string? alsoTo = null)
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        nla.Edit(from, to);
        if (alsoFrom is not null)
            nla.Edit(alsoFrom, alsoTo!);
        Assert.Contains(problem, Assert.Throws<RefusedException>(() => Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32)).Message);
    }

    [Fact]
    public void A_reconstructor_needs_a_finite_square_head()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        nla.Checkpoint.WriteHead(float.NaN);
        Assert.Contains("holds NaN", Assert.Throws<RefusedException>(() => Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32)).Message);
        File.Delete(Path.Combine(nla.Folder, "value_head.safetensors"));
        Assert.Contains("does not exist", Assert.Throws<RefusedException>(() => Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32)).Message);
    }

    [Fact]
    public void A_head_of_another_shape_is_refused()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        using (var scope = TensorScope.Enter())
            SafetensorsWriter.Write(
                Path.Combine(nla.Folder, ValueHead.FileName), new Dictionary<string, Tensor> { ["weight"] = Tensor.From(new float[16 * 8], [16, 8]) });
        Assert.Contains("has shape [16, 8]; expected [16, 16]", Refusal(nla, NlaRole.Reconstructor));
    }

    [Fact]
    public void A_marker_at_the_edge_of_the_prompt_is_refused()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Checkpoint.Edit("tokenizer_config.json", "\"chat_template\": \"", "\"chat_template\": \"{{ messages[0].content[13] }}\", \"earlier\": \"");
        Assert.Contains($"the marker '{TinyNla.Marker}' stands at the edge of the prompt", Refusal(nla, NlaRole.Verbalizer));
    }

    /// <summary>The Kelvin sign becomes the letter K before it is looked up, as a character that is not in a vocabulary becomes its unknown token.</summary>
    [Fact]
    public void A_marker_that_the_tokenizer_reads_as_something_else_is_refused()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        var letter = HuggingFaceTokenizer.Load(nla.Folder).EncodeIds("K").Single();
        nla.Edit("injection_char: \"㈎\"", "injection_char: \"\u212A\"");
        nla.Edit($"injection_token_id: {SidecarFile.Read(nla.Folder).MarkerId}", $"injection_token_id: {letter}");
        Assert.Contains($"is read as token {letter}, which stands for 'K'", Refusal(nla, NlaRole.Verbalizer));
    }

    [Fact]
    public void A_bos_token_stands_once_in_front_of_what_is_read_back_and_never_twice()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        AddBos(nla);
        Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32).Dispose();
        nla.Edit("ar: \"", "ar: \"<|endoftext|>");
        Assert.Contains("the prompt begins with the BOS token 597 twice", Refusal(nla, NlaRole.Reconstructor));
    }

    [Fact]
    public void A_verbalizers_prompt_begins_with_at_most_one_bos_token()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        AddBos(nla);
        nla.Checkpoint.Edit("tokenizer_config.json", "\"chat_template\": \"", "\"chat_template\": \"<|endoftext|>");
        Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32).Dispose();
        nla.Checkpoint.Edit("tokenizer_config.json", "\"chat_template\": \"", "\"chat_template\": \"<|endoftext|>");
        Assert.Contains("the prompt begins with the BOS token 597 twice", Refusal(nla, NlaRole.Verbalizer));
    }

    [Fact]
    public void A_missing_sidecar_is_named()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        File.Delete(Path.Combine(nla.Folder, Sidecar.FileName));
        Assert.Contains("needs its sidecar", Assert.Throws<RefusedException>(() => Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32)).Message);
    }

    [Fact]
    public void Legacy_spellings_are_read_and_unknown_keys_ignored()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        var expected = SidecarFile.Read(nla.Folder);
        nla.Edit("role: av", "role: actor\nlayer: 99");
        nla.Edit("\n  av: ", "\n  actor: ");
        nla.Edit("\nextraction_layer_index: 0", "");
        nla.Edit("critic:\n  extraction_layer_index: 0", "critic:\n  num_hidden_layers: 0");
        nla.Edit("  mse_scale: 4\n", "");

        Assert.Equal(expected, SidecarFile.Read(nla.Folder) with { SuffixIds = expected.SuffixIds });
    }

    [Theory]
    [InlineData("ar:\n  extraction_layer_index: 0")]
    [InlineData("ar:\n  num_hidden_layers: 0")]
    [InlineData("critic:\n  num_hidden_layers: 0")]
    public void The_layer_is_read_under_every_name_it_has_had(string block)
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        nla.Edit("\nextraction_layer_index: 0", "");
        nla.Edit("critic:\n  extraction_layer_index: 0", block);
        Assert.Equal(0, SidecarFile.Read(nla.Folder).Layer);
        Assert.Equal(0, SidecarFile.ReadLayer(nla.Folder));
    }

    [Fact]
    public void The_square_root_of_the_width_may_be_named_as_the_scale()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit("injection_scale: 2.5", "injection_scale: sqrt_d_model");
        Assert.Equal(4, SidecarFile.Read(nla.Folder).InjectionScale);
    }

    private static void AddBos(TinyNla nla)
    {
        nla.Checkpoint.Edit("tokenizer_config.json", "\"add_bos_token\": false", "\"add_bos_token\": true");
        nla.Checkpoint.Edit("tokenizer_config.json", "\"bos_token\": null", "\"bos_token\": \"<|endoftext|>\"");
    }

    private static string Refusal(TinyNla nla, NlaRole role) => Assert.Throws<RefusedException>(() =>
    {
        using IDisposable loaded = role == NlaRole.Verbalizer
            ? Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32)
            : Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32);
    }).Message;
}
