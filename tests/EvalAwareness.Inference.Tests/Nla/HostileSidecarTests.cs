using EvalAwareness.Core;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Inference.Tests.Nla;

/// <summary>A sidecar comes with somebody's checkpoint: it may not hang, exhaust or mislead.</summary>
public sealed class HostileSidecarTests
{
    private static readonly string Doubled = string.Concat(
        Enumerable.Range(1, 40).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n").Prepend("a0: &a0 [x, x]\n"));

    /// <summary>To hash or to show the fortieth list is to visit a trillion items.</summary>
    [Theory(Timeout = 60_000)]
    [InlineData("? *a40\n: 1\n", "critic_suffix_ids: null", "critic_suffix_ids: null", "a key is no plain text")]
    [InlineData("", "critic_suffix_ids: null", "critic_suffix_ids: [*a40]", "tokens.critic_suffix_ids holds a list or a mapping; expected integers")]
    public Task Lists_that_double_from_line_to_line_are_not_followed(string key, string from, string to, string problem) => Task.Run(() =>
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit(from, to);
        nla.Edit("kind: nla_model", $"kind: nla_model\n{Doubled}{key}");
        Assert.Contains(problem, Refusal(nla));
    }, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    public void Nesting_without_end_is_refused(string open)
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit("kind: nla_model", $"kind: nla_model\ndeep: {string.Concat(Enumerable.Repeat(open, 100_000))}");
        Assert.Contains("nested more than 32 deep", Refusal(nla));
    }

    /// <summary>The parser's own exceptions are of many types.</summary>
    [Theory]
    [InlineData("kind: nla_model", "kind: [")]
    [InlineData("prompt_templates:\n  av: ", "prompt_templates:\n  : ")]
    public void What_is_no_YAML_is_refused(string from, string to)
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit(from, to);
        Assert.StartsWith($"{Path.Combine(nla.Folder, Sidecar.FileName)}: no YAML (", Refusal(nla));
    }

    [Fact]
    public void A_book_is_no_sidecar()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit("kind: nla_model", $"kind: nla_model\nnote: {new string('x', 1_000_000)}");
        Assert.Contains("a sidecar has at most 1000000", Refusal(nla));
    }

    [Theory]
    [InlineData("d_model: 16", "d_model: [16]", "d_model is a list or a mapping; expected a number")]
    [InlineData("\nextraction_layer_index: 0", "\nextraction_layer_index: -1", "extraction_layer_index is '-1'; expected an integer, 0 or more")]
    [InlineData("injection_scale: 2.5", "injection_scale: 1e300", "extraction.injection_scale is '1e300'; expected a positive number")]
    [InlineData("injection_scale: 2.5", "injection_scale: {a: 1}", "extraction.injection_scale is a list or a mapping; expected a number")]
    [InlineData("variance_baseline: 0.8", "variance_baseline: 0", "extraction.variance_baseline is '0'; expected a positive number")]
    [InlineData("variance_baseline: 0.8", "variance_baseline: [0.8]", "extraction.variance_baseline is a list or a mapping; expected a number")]
    [InlineData("critic_suffix_ids: null", "critic_suffix_ids: all", "tokens.critic_suffix_ids holds 'all'; expected integers")]
    public void A_number_that_cannot_be_is_refused_by_name(string from, string to, string problem)
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit(from, to);
        Assert.Contains($"{Path.Combine(nla.Folder, Sidecar.FileName)}: {problem}.", Refusal(nla));
    }

    [Fact]
    public void What_is_quoted_of_it_stays_one_line()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit("kind: nla_model", "kind: \"a\\nevalaware: all is well\"");
        Assert.DoesNotContain('\n', Refusal(nla));
    }

    [Fact]
    public void Lists_may_be_referred_to_where_nobody_reads_them()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        nla.Edit("kind: nla_model", "kind: nla_model\nparents: &parents [a, b]\nothers: *parents");
        Assert.Equal(NlaRole.Verbalizer, SidecarFile.Read(nla.Folder).Role);
    }

    private static string Refusal(TinyNla nla) => Assert.Throws<RefusedException>(() => SidecarFile.Read(nla.Folder)).Message;
}
