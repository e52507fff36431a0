using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tests.Templating;

public sealed class ExpressionTests
{
    [Fact]
    public void Expressions_print_what_Jinja_prints()
    {
        var rows = JsonNode.Parse(File.ReadAllText(Path.Combine(Here(), "Fixtures", "expressions.json")))!.AsArray();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(
            row!["text"]!.GetValue<string>(), RenderedExpression.Render(row["source"]!.GetValue<string>())));
    }

    [Theory]
    [InlineData("{{ strftime_now('%d %b %Y') }}", "26 Jul 2024")]
    [InlineData("{{ strftime_now('%A, %-d %B %y, day %j, %m %%') }}", "Friday, 26 July 24, day 208, 07 %")]
    [InlineData("{% generation %}a{% endgeneration %}", "a")]
    public void What_Hugging_Face_adds_works_too(string source, string text) => Assert.Equal(text, RenderedExpression.Render(source));

    [Theory]
    [InlineData("{{ x.y }}", 1, "'x' is undefined")]
    [InlineData("\n\n{{ 'a' + 1 }}", 3, "cannot calculate a string + a whole number")]
    [InlineData("{{ 'a' + missing }}", 1, "cannot calculate a string + the undefined 'missing'")]
    [InlineData("{{ 1 / 0 }}", 1, "division by zero")]
    [InlineData("{{ 1 < 'a' }}", 1, "have no order")]
    [InlineData("{{ 1 | nofilter }}", 1, "no filter is called 'nofilter'")]
    [InlineData("{{ 1 is notest }}", 1, "no test is called 'notest'")]
    [InlineData("{{ 'a'() }}", 1, "a string cannot be called")]
    [InlineData("{{ [1].append(2) }}", 1, "cannot be called")]
    [InlineData("{% for a, b in [[1]] %}{% endfor %}", 1, "1 values do not fit 2 names")]
    [InlineData("{% for a in 5 %}{% endfor %}", 1, "a whole number cannot be looped over")]
    [InlineData("{% set x.y = 1 %}", 1, "'x' is not a namespace")]
    [InlineData("{% macro f(a) %}{% endmacro %}{{ f(1, 2) }}", 1, "takes at most 1 arguments")]
    [InlineData("{% macro f(a) %}{% endmacro %}{{ f(b=2) }}", 1, "has no parameter 'b'")]
    [InlineData("{% break %}", 0, "stands outside a loop")]
    [InlineData("{{ raise_exception('roles must alternate') }}", 1, "roles must alternate")]
    [InlineData("{{ strftime_now('%H') }}", 1, "strftime_now does not know '%H'")]
    [InlineData("{{ range(1, 5, 0) }}", 1, "range cannot have step 0")]
    [InlineData("{{ 'abc'[::0] }}", 1, "a slice cannot have step 0")]
    [InlineData("{{ range | tojson }}", 1, "a function cannot be written as JSON")]
    [InlineData("{{ 'a' }", 1, "unexpected '}'")]
    [InlineData("{{ (1 }}", 1, "unexpected '}'")]
    [InlineData("{{ 1", 1, "a tag is not closed")]
    [InlineData("a\n{# b", 2, "a comment is not closed")]
    [InlineData("{% if true %}", 1, "expected 'endif' but found end")]
    [InlineData("{% endif %}", 1, "block 'endif' is not supported here")]
    [InlineData("{% include '/etc/passwd' %}", 1, "block 'include' is not supported here")]
    [InlineData("{{ 99999999999999999999 }}", 1, "is too large")]
    [InlineData("{{ f(a=1, 2) }}", 1, "a named argument comes before one without a name")]
    public void An_error_names_its_line(string source, int line, string problem)
    {
        var error = Assert.Throws<TemplateException>(() => RenderedExpression.Render(source));
        Assert.Equal(line, error.Line);
        Assert.Contains(problem, error.Message);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
