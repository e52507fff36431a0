using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tests.Templating;

/// <summary>A template comes with somebody's checkpoint: it may not hang, exhaust or look around this machine.</summary>
public sealed class HostileTemplateTests
{
    [Theory]
    [InlineData("{% for a in range(2000) %}{% for b in range(2000) %}{% endfor %}{% endfor %}", "steps")]
    [InlineData("{{ range(1000000000000) }}", "steps")]
    [InlineData("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", "nested too deeply")]
    [InlineData("{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}", "nested too deeply")]
    [InlineData("{{ 'a' * 1000000000000 }}", "characters")]
    [InlineData("{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' * 9223372036854775807 }}", "characters")]
    [InlineData("{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(64) %}{% set ns.s = ns.s + ns.s %}{% endfor %}", "characters")]
    [InlineData("{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(64) %}{% set ns.s = ns.s | replace('a', 'aa') %}{% endfor %}", "characters")]
    [InlineData("{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(64) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}", "characters")]
    [InlineData("{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(64) %}{% set ns.s = [ns.s, ns.s] | join %}{% endfor %}", "characters")]
    [InlineData("{% set s = 'a' * 10000000 %}{% for i in range(1000000) %}{% if s | upper %}{% endif %}{% endfor %}", "characters")]
    [InlineData("{% set s = 'a' * 10000000 %}{% for i in range(1000000) %}{% if s.strip() %}{% endif %}{% endfor %}", "characters")]
    [InlineData("{% set s = 'a' * 10000000 %}{% for i in range(1000000) %}{% if 'b' in s %}{% endif %}{% endfor %}", "characters")]
    [InlineData("{% set s = 'a' * 10000000 %}{% for i in range(1000000) %}{% for c in s %}{% break %}{% endfor %}{% endfor %}", "characters")]
    [InlineData("{% set l = range(900000) %}{% for i in range(900000) %}{% if l[1:] %}{% endif %}{% endfor %}", "characters")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(64) %}{% set ns.l = ns.l + ns.l %}{% endfor %}", "steps")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(64) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}", "steps")]
    [InlineData("{% set ns = namespace(l=[1]) %}{% for i in range(64) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l | tojson }}", "steps")]
    [InlineData("{% set ns = namespace(l=[1], m=[1]) %}{% for i in range(64) %}{% set ns.l = [ns.l, ns.l] %}{% set ns.m = [ns.m, ns.m] %}{% endfor %}{{ ns.l == ns.m }}", "steps")]
    [InlineData("{% set ns = namespace(n=9) %}{% for i in range(64) %}{% set ns.n = ns.n * ns.n %}{% endfor %}", "a number is too large")]
    [InlineData("{% for i in [1] %}{{ loop.cycle() }}{% endfor %}", "cycle needs items")]
    [InlineData("{{ ''.__class__.__mro__ }}", "'__class__' is undefined")]
    public void It_is_stopped_with_a_clear_line(string source, string problem) =>
        Assert.Contains(problem, Assert.Throws<TemplateException>(() => RenderedExpression.Render(source)).Message);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("not ", "")]
    [InlineData("-", "")]
    [InlineData("", " if 1 else 1")]
    public void Nesting_without_end_is_stopped_while_parsing(string before, string after)
    {
        var source = $"{{{{ {Repeat(before)}1{Repeat(after)} }}}}";
        Assert.Contains("nested too deeply", Assert.Throws<TemplateException>(() => RenderedExpression.Render(source)).Message);

        static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, 400_000));
    }

    [Fact]
    public void Blocks_nested_without_end_are_stopped_while_parsing()
    {
        var source = string.Concat(Enumerable.Repeat("{% if 1 %}", 200_000));
        Assert.Contains("nested too deeply", Assert.Throws<TemplateException>(() => RenderedExpression.Render(source)).Message);
    }

    [Fact]
    public void A_long_sum_is_no_deep_nesting() =>
        Assert.Equal("1000", RenderedExpression.Render($"{{{{ {string.Join(" + ", Enumerable.Repeat("1", 1000))} }}}}"));
}
