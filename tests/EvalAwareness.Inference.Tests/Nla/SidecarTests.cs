using EvalAwareness.Core;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;

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
    [InlineData("injection_scale: 2.5", "injection_scale: -1", "extraction.injection_scale is -1; expected a positive number")]
    [InlineData("injection_char: \"㈎\"", "injection_char: \"ab cd\"", "tokens for this tokenizer; expected one")]
    [InlineData("injection_char: \"㈎\"", "injection_char: \"a\"", "for this tokenizer, the sidecar says")]
    [InlineData("{injection_char}</concept>", "nothing</concept>", "holds {injection_char} 0 times; expected once")]
    [InlineData("{injection_char}</concept>", "{injection_char} or ㈎</concept>", "stands 2 times in the prompt; expected once")]
    [InlineData("<concept>", "[concept]", "the left neighbour of the marker is token")]
    [InlineData("</concept>", "[/concept]", "the right neighbour of the marker is token")]
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
    [InlineData("\nextraction_layer_index: 0", "\nextraction_layer_index: 1", "config.json has 1 blocks; a reconstructor of layer 1 has 2")]
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

    [Fact]
    public void The_square_root_of_the_width_may_be_named_as_the_scale()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit("injection_scale: 2.5", "injection_scale: sqrt_d_model");
        Assert.Equal(4, SidecarFile.Read(nla.Folder).InjectionScale);
    }
}
