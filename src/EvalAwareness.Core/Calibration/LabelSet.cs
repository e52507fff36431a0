namespace EvalAwareness.Core.Calibration;

/// <summary>Which labels a judge was held against.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Sha256">Hash of the file, lower-case hex.</param>
/// <param name="Task">explanations, turns or attacks.</param>
/// <param name="Split">The split that was asked about, or all.</param>
/// <param name="N">Texts that were asked about; pairs for attacks.</param>
/// <param name="Quarantined">Rows that could not be read.</param>
public sealed record LabelSet(string File, string Sha256, string Task, string Split, int N, IReadOnlyList<QuarantinedRow> Quarantined)
{
    public const string Explanations = "explanations";
    public const string Turns = "turns";
    public const string Attacks = "attacks";
    public const string EverySplit = "all";
}
