using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Activations;

namespace EvalAwareness.Cli.Interop;

/// <summary>Says beside a file of activations where its rows come from.</summary>
internal static class CaptureSidecar
{
    public static DatasetSidecar Describe(ITargetModel target, DocumentFiles documents, DocumentSurvey survey, int rows) => new(
        IdOf(target, documents), rows, target.Card.Name, target.Layer,
        string.Join(", ", documents.Files.Select(dataset => dataset.Files is [var only] ? Path.GetFileName(only) : dataset.Name)),
        $"{survey.Documents} {(documents.IsText ? "texts" : "transcripts")}, every token", PositionsPerDocument: null, target.Card.HiddenSize);

    /// <summary>Depends on the target, the layer, and every file and how it is read.</summary>
    private static string IdOf(ITargetModel target, DocumentFiles documents)
    {
        var text = new StringBuilder().Append(target.Card.Sha256).Append(' ').Append(target.Layer).Append(' ').Append(target.Card.DataType);
        foreach (var file in documents.Files)
            text.Append(documents.IsText ? "\ntext " : "\ntranscripts ").Append(file.Sha256).Append(' ').Append(file.Name);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
