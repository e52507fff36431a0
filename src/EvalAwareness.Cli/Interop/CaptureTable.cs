using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Results.Columns;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Cli.Interop.CapturedToken>;

namespace EvalAwareness.Cli.Interop;

/// <summary>The file of activations: a row for each token, named as other tools name them.</summary>
internal static class CaptureTable
{
    /// <summary>Numbers of a row group: 16 MB of them are held before they are written.</summary>
    private const int NumbersPerGroup = 1 << 22;

    /// <summary>A schema of its own for each file: fields belong to the schema they were last made part of.</summary>
    public static TableSchema<CapturedToken> Schema() => new(
    [
        Column.Text("transcript_id", row => row.Document.Id),
        Column.Text("doc_id", row => row.Document.Id),
        Column.Value("position", row => row.Token.Position),
        // Tokens up to and with this one, which is how the released datasets count.
        Column.Value("n_raw_tokens", row => row.Token.Position + 1L),
        Column.Text("token", row => row.Token.Text),
        Column.Value("token_id", row => row.Token.TokenId),
        Column.Optional("message_index", row => row.Token.MessageIndex < 0 ? null : (int?)row.Token.MessageIndex),
        Column.OptionalText("role", row => row.Role?.ToString().ToLowerInvariant()),
        Column.OptionalText("section", row => row.Token.Section?.Name()),
        Column.Value("activation_layer", row => (long)row.Layer),
        Column.Value("l2_norm", row => row.Activation.L2Norm),
        new VectorColumn<CapturedToken>(row => row.Activation.Vector),
    ]);

    /// <summary>Writes to <paramref name="path"/>, holding few rows at a time.</summary>
    public static TableWriter<CapturedToken> Open(string path, int width) =>
        new(Schema(), path, Math.Clamp(NumbersPerGroup / width, 1, TableWriter<CapturedToken>.MostRowsPerGroup));
}
