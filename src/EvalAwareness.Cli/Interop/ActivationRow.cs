using EvalAwareness.Results.Columns;

namespace EvalAwareness.Cli.Interop;

/// <summary>One row of a file of activations.</summary>
/// <param name="Document">Where it was read, as far as the file says.</param>
/// <param name="Position">Index of its token, or of its row where the file names no tokens.</param>
/// <param name="Vector">The activation as it stands in the file; not checked yet.</param>
/// <param name="Source">The row's other values.</param>
internal sealed record ActivationRow(string Document, int Position, float[] Vector, RowValues Source);
