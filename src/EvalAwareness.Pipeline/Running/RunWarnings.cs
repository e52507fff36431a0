using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Running;

/// <summary>What a person must know before believing the figures.</summary>
public static class RunWarnings
{
    public static IReadOnlyList<string> For(PlannedAudit planned, ModelCard target)
    {
        var warnings = new List<string>();
        if (target.IsOrganism && !planned.Plan.IsAllSynthetic)
            warnings.Add("the organism was trained on its own synthetic corpus only; readings on other text are not evidence");
        if (planned.Audit.Controls.ShuffledPositions > 0 && planned.Plan.ReadableTranscripts < 2)
            warnings.Add("the shuffled control arm needs two readable transcripts; it is left out");
        return warnings;
    }
}
