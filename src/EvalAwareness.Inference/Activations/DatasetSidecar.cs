using EvalAwareness.Core;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Inference.Activations;

/// <summary>What is written beside a file of activations, under the names of the released datasets: <c>FILE.nla_meta.yaml</c>.</summary>
/// <param name="Id">Hash over all that the rows depend on.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="BaseModel">Name of the target.</param>
/// <param name="Layer">Block K whose output was read, from 0.</param>
/// <param name="Corpus">Names of the files that were read.</param>
/// <param name="Slice">Which of their documents.</param>
/// <param name="PositionsPerDocument">Most positions of a document; null for all.</param>
/// <param name="HiddenSize">Width d.</param>
public sealed record DatasetSidecar(
    string Id, int Rows, string BaseModel, int Layer, string Corpus, string Slice, int? PositionsPerDocument, int HiddenSize)
{
    internal const string Kind = "nla_dataset";

    /// <summary>Vectors as the model has them.</summary>
    internal const string Raw = "none";

    public static string PathOf(string file) => $"{file}.{Sidecar.FileName}";

    /// <summary>The id of the file's rows; null when there is no sidecar.</summary>
    public static string? ReadId(string file) => File.Exists(PathOf(file)) ? new YamlFields(PathOf(file)).Text("dataset_id") : null;

    /// <summary>Written after the rows and renamed into place: where it stands, the rows are whole.</summary>
    public void Write(string file)
    {
        var pending = $"{PathOf(file)}.tmp";
        File.WriteAllLines(pending, Lines());
        File.Move(pending, PathOf(file), overwrite: true);
    }

    /// <summary>Refuses a file whose sidecar says that a verbalizer cannot read it; a file without one is taken as it is.</summary>
    /// <param name="file">The file of activations.</param>
    /// <param name="verbalizer">The verbalizer's sidecar.</param>
    /// <exception cref="RefusedException">Lists every disagreement.</exception>
    public static void RequireReadable(string file, Sidecar verbalizer)
    {
        if (!File.Exists(PathOf(file)))
            return;
        var fields = new YamlFields(PathOf(file));
        if (fields.Text("kind") is var kind and not Kind)
            fields.Problem("kind", $"is '{kind}'; expected {Kind}");
        if (fields.Text("extraction.norm") is { } norm and not Raw)
            fields.Problem("extraction.norm", $"is '{norm}'; a verbalizer is given raw activations, {Raw}, and scales them itself");
        if (fields.Int("extraction.layer_index") is { } layer && layer != verbalizer.Layer)
            fields.Problem("extraction.layer_index", $"is {layer}, but the verbalizer reads the output of block {verbalizer.Layer}");
        if (fields.Int("extraction.d_model", "d_model") is { } width && width != verbalizer.HiddenSize)
            fields.Problem("extraction.d_model", $"is {width}, but the verbalizer reads vectors of width {verbalizer.HiddenSize}");
        fields.ThrowIfAnyProblem();
    }

    private IEnumerable<string> Lines() =>
    [
        $"kind: {Kind}",
        "schema_version: 1",
        $"dataset_id: {Quoted(Id)}",
        "stage: base",
        $"row_count: {Rows}",
        "extraction:",
        $"  base_model: {Quoted(BaseModel)}",
        $"  layer_index: {Layer}",
        $"  norm: {Raw}",
        $"  corpus: {Quoted(Corpus)}",
        $"  corpus_slice: {Quoted(Slice)}",
        $"  positions_per_doc: {PositionsPerDocument?.ToString() ?? "null"}",
        $"  d_model: {HiddenSize}",
    ];

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
