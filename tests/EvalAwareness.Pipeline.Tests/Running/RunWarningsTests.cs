using EvalAwareness.Pipeline.Running;
using EvalAwareness.Pipeline.Tests.Scripted;

namespace EvalAwareness.Pipeline.Tests.Running;

public sealed class RunWarningsTests : IDisposable
{
    private const string Synthetic =
        """{"messages":[{"role":"assistant","content":"a b c"}],"metadata":{"truth":{"aware":true,"verbalized":false,"cues":0}}}""";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("the organism's synthetic corpus", false, true)]
    [InlineData("the organism's synthetic corpus", true, false)]
    [InlineData("the web", false, false)]
    [InlineData(null, false, false)]
    public async Task Text_that_the_organism_never_saw_is_warned_about(string? trainedOn, bool isSynthetic, bool isWarned)
    {
        var audit = new ScriptedAudit(_folder);
        var planned = await audit.PlanAsync(audit.Source("talk", isSynthetic ? Synthetic : ScriptedAudit.Lines("t", 2)));
        var card = audit.Models().Target.Card with { TrainedOn = trainedOn };

        string[] expected = isWarned
            ? ["the organism was trained on its own synthetic corpus only; readings on other text are not evidence"]
            : [];
        Assert.Equal(expected, RunWarnings.For(planned, card).Where(warning => warning.StartsWith("the organism")));
    }

    [Fact]
    public async Task A_control_arm_that_cannot_be_had_is_warned_about()
    {
        var audit = new ScriptedAudit(_folder);
        var planned = await audit.PlanAsync(audit.Source("talk", ScriptedAudit.Lines("t", 1)));

        Assert.Equal(
            ["the shuffled control arm needs two readable transcripts; it is left out"],
            RunWarnings.For(planned, audit.Models().Target.Card));
    }
}
