using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Running;
using EvalAwareness.Pipeline.Tests.Scripted;

namespace EvalAwareness.Pipeline.Tests.Running;

public sealed class ResidencyTests : IDisposable
{
    private static readonly ResidencyChoice Sequential = new(Residency.Sequential, "for a test");

    private readonly TestFolder _folder = new();
    private readonly List<string> _released = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Taking_turns_changes_no_row()
    {
        await RunAsync("resident", ResidencyChoice.Resident);
        await RunAsync("sequential", Sequential);

        Assert.Equal(await new ScriptedAudit(_folder).RowsAsync("resident"), await new ScriptedAudit(_folder).RowsAsync("sequential"));
    }

    [Fact]
    public async Task Models_that_stay_are_never_asked_to_make_room()
    {
        await RunAsync("resident", ResidencyChoice.Resident);

        Assert.Empty(_released);
    }

    [Fact]
    public async Task Models_that_take_turns_make_room_once_for_all_blocks_of_a_group()
    {
        await RunAsync("sequential", Sequential);

        Assert.Equal(["target", "verbalizer", "reconstructor"], _released);
    }

    [Fact]
    public async Task A_group_is_read_by_one_pair()
    {
        var audit = new ScriptedAudit(_folder);
        var planned = await PlanAsync(audit);
        var models = Models(audit);
        var other = models with { WarmStart = models.Nla with { Reconstructor = null } };
        var blocks = planned.Plan.Blocks;
        var mixed = blocks.Concat(blocks.Select(block => block with { Condition = Core.Conditions.WarmStart }));

        Assert.Equal(2, BlockGroups.Of(mixed, other, Sequential).Count());
        Assert.Equal(2 * blocks.Count, BlockGroups.Of(mixed, other, ResidencyChoice.Resident).Count());
    }

    private async Task RunAsync(string run, ResidencyChoice residency)
    {
        var audit = new ScriptedAudit(_folder);
        await audit.RunAsync(await PlanAsync(audit), run, models: Models(audit), residency: residency);
    }

    private static Task<PlannedAudit> PlanAsync(ScriptedAudit audit) =>
        audit.PlanAsync(audit.Source("talk", ScriptedAudit.Lines("t", 9)));

    private AuditModels Models(ScriptedAudit audit) =>
        new(Model(audit, "target"), new NlaModels(Model(audit, "verbalizer"), Model(audit, "reconstructor")));

    private ScriptedModel Model(ScriptedAudit audit, string name) =>
        new(audit.Tokenizer) { OnRelease = () => _released.Add(name) };
}
