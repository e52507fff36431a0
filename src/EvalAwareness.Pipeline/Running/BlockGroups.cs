using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Blocks that go through the stages together: one at a time where all models stay loaded, many where they take turns.</summary>
internal static class BlockGroups
{
    // Loading a large model takes minutes, so a turn must be worth it; what a group holds until it is recorded is lost by a kill.
    // Activations of 32 blocks of 256 positions at width 8192 take 268 MB.
    private const int BlocksPerTurn = 32;

    /// <summary>The blocks in order; a group is read by one pair.</summary>
    public static IEnumerable<IReadOnlyList<Block>> Of(IEnumerable<Block> blocks, AuditModels models, ResidencyChoice residency)
    {
        var size = residency.TakesTurns ? BlocksPerTurn : 1;
        var group = new List<Block>();
        foreach (var block in blocks)
        {
            if (group.Count == size || group.Count > 0 && models.Under(group[0].Condition) != models.Under(block.Condition))
            {
                yield return group;
                group = [];
            }
            group.Add(block);
        }
        if (group.Count > 0)
            yield return group;
    }
}
