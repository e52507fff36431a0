using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Training.Activations;

/// <summary>What is written beside a file of activations, under the names of the released datasets: <c>FILE.nla_meta.yaml</c>.</summary>
/// <param name="Id">Hash over all that the rows depend on.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="BaseModel">Name of the target.</param>
/// <param name="Layer">Block K whose output was read, from 0.</param>
/// <param name="Corpus">Names of the corpus files.</param>
/// <param name="Slice">Which of its documents.</param>
/// <param name="PositionsPerDocument">Most positions of a document.</param>
/// <param name="HiddenSize">Width d.</param>
internal sealed record DatasetSidecar(
    string Id, int Rows, string BaseModel, int Layer, string Corpus, string Slice, int PositionsPerDocument, int HiddenSize)
{
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

    private IEnumerable<string> Lines() =>
    [
        "kind: nla_dataset",
        "schema_version: 1",
        $"dataset_id: {Quoted(Id)}",
        "stage: base",
        $"row_count: {Rows}",
        "extraction:",
        $"  base_model: {Quoted(BaseModel)}",
        $"  layer_index: {Layer}",
        "  norm: none",
        $"  corpus: {Quoted(Corpus)}",
        $"  corpus_slice: {Quoted(Slice)}",
        $"  positions_per_doc: {PositionsPerDocument}",
        $"  d_model: {HiddenSize}",
    ];

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
