using EvalAwareness.Core.Rates;

namespace EvalAwareness.Results.Store;

/// <summary>What a run left behind.</summary>
/// <param name="Status">complete, or incomplete while blocks are missing.</param>
/// <param name="Transcripts">Planned transcripts, counted once per condition.</param>
/// <param name="Quarantined">Transcripts that could not be read.</param>
/// <param name="Explanations">Rows of the explanations table.</param>
/// <param name="Verdicts">Rows of the verdicts table.</param>
/// <param name="Failures">Rows of failures.jsonl.</param>
/// <param name="MissingBlocks">Blocks of the plan not recorded yet; the tables are written once this is empty.</param>
public sealed record RunSummary(
    string Folder, string Status, int Transcripts, int Quarantined, int Explanations, int Verdicts, int Failures,
    IReadOnlyList<int> MissingBlocks, IReadOnlyList<Rate> Rates)
{
    public const string Complete = "complete";
    public const string Incomplete = "incomplete";

    public bool IsComplete => Status == Complete;
}
