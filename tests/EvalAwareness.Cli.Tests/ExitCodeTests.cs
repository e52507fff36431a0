using EvalAwareness.Core;

namespace EvalAwareness.Cli.Tests;

public sealed class ExitCodeTests
{
    public static TheoryData<Exception, int, string> Endings => new()
    {
        { new RefusedException(["a is missing", "b is wrong"]), 2, "evalaware: a is missing\nevalaware: b is wrong\n" },
        { new OperationCanceledException(), 130, "evalaware: cancelled; what was recorded stays\n" },
        { new TaskCanceledException(), 130, "evalaware: cancelled; what was recorded stays\n" },
        { new IOException("No space left on device : '/r/parts'"), 1, "evalaware: No space left on device : '/r/parts'\n" },
        { new UnauthorizedAccessException("Access to '/r' is denied."), 1, "evalaware: Access to '/r' is denied.\n" },
        { new InvalidOperationException("two\nlines"), 1, "evalaware: InvalidOperationException: two lines\n" },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void Every_ending_has_its_code_and_its_lines(Exception ending, int code, string lines)
    {
        using var error = new StringWriter { NewLine = "\n" };

        Assert.Equal(code, ExitCode.Of(ending, error));
        Assert.Equal(lines, error.ToString());
    }
}
