namespace EvalAwareness.Core.Tests;

public sealed class RefusedExceptionTests
{
    [Theory]
    [InlineData("a\nb", "a\\u000ab")]
    [InlineData("a\r\nb", "a\\u000d\\u000ab")]
    [InlineData("\u001b[2Ja\0", "\\u001b[2Ja\\u0000")]
    [InlineData("a\u2028b\u0085c", "a\\u2028b\\u0085c")]
    [InlineData("√d ㈎ 😀", "√d ㈎ 😀")]
    public void Whatever_a_problem_quotes_it_is_one_line(string problem, string line)
    {
        Assert.Equal(line, new RefusedException(problem).Message);
        Assert.Equal([line, line], new RefusedException([problem, problem]).Problems);
    }

    [Fact]
    public void A_long_quotation_is_cut() => Assert.Equal(501, new RefusedException(new string('x', 100_000)).Message.Length);
}
