using EvalAwareness.Cli.Output;

namespace EvalAwareness.Cli.Interop;

/// <summary>What a command over a file of activations came to.</summary>
/// <param name="File">What was written.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Layer">Block K whose output the activations are.</param>
/// <param name="HiddenSize">Their width d.</param>
/// <param name="Skipped">What was left out.</param>
internal sealed record InteropSummary(string File, long Rows, int Layer, int HiddenSize, IReadOnlyList<SkippedItem> Skipped)
{
    /// <summary>Reasons that are told one by one; all of them stand in the JSON document.</summary>
    private const int MostReasons = 20;

    public int Show(bool json, TextWriter output)
    {
        if (json)
            JsonOutput.Write(this, output);
        else
            Draw(output);
        return Skipped.Count == 0 ? ExitCode.Done : ExitCode.Quarantined;
    }

    private void Draw(TextWriter output)
    {
        foreach (var skipped in Skipped.Take(MostReasons))
            output.WriteLine($"left out: {skipped.Source}: {skipped.Reason}");
        if (Skipped.Count > MostReasons)
            output.WriteLine($"and {Skipped.Count - MostReasons} more; --json lists them all.");
        output.WriteLine(FormattableString.Invariant($"{Rows} rows of block {Layer}, width {HiddenSize}; {Skipped.Count} left out."));
        output.WriteLine(File);
    }
}
