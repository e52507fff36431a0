using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Activations;

/// <summary>Reads activations of a corpus into files of a few hundred documents each; files that are already there are not made again.</summary>
/// <param name="target">Reads the documents.</param>
/// <param name="tokenizer">The target's.</param>
/// <param name="folder">Where the files go.</param>
/// <param name="origin">What the sidecars say, but for id, rows and slice.</param>
internal sealed class ActivationCapture(ITargetModel target, HuggingFaceTokenizer tokenizer, ActivationFolder folder, DatasetSidecar origin)
{
    // At 7 B parameters 20 MB of activations, and minutes of a graphics card.
    private const int DocumentsPerFile = 256;

    /// <summary>Documents the target is given at once.</summary>
    private const int Batch = 16;

    private const int TokensOfTextBefore = 1024;

    /// <param name="documents">In the order of the corpus.</param>
    /// <param name="splits">Those that are wanted.</param>
    /// <param name="progress">A stage of so many documents.</param>
    /// <param name="stop">Cancels between batches; only the file in work is lost.</param>
    /// <exception cref="RefusedException">A file is there that was made from something else.</exception>
    public async Task RunAsync(
        IAsyncEnumerable<PlannedDocument> documents, IReadOnlySet<DataSplit> splits, IProgressStage progress, CancellationToken stop)
    {
        folder.Create();
        var waiting = splits.ToDictionary(split => split, _ => new List<PlannedDocument>());
        var files = splits.ToDictionary(split => split, _ => 0);
        await foreach (var document in documents.Where(document => splits.Contains(document.Split)).WithCancellation(stop))
        {
            waiting[document.Split].Add(document);
            if (waiting[document.Split].Count == DocumentsPerFile)
                await FinishAsync(document.Split);
        }
        foreach (var split in splits.Where(split => waiting[split].Count > 0))
            await FinishAsync(split);

        async Task FinishAsync(DataSplit split)
        {
            await WriteAsync(split, files[split]++, waiting[split], progress, stop);
            waiting[split].Clear();
        }
    }

    private async Task WriteAsync(
        DataSplit split, int number, IReadOnlyList<PlannedDocument> documents, IProgressStage progress, CancellationToken stop)
    {
        var (file, id) = (folder.File(split, number), IdOf(documents));
        if (DatasetSidecar.ReadId(file) is not { } present)
            await CaptureAsync(split, number, file, id, documents, progress, stop);
        else if (present == id)
            progress.Advance(documents.Count);
        else
            throw new RefusedException($"{file}: was made from other documents, another target or other settings; name another folder with --out.");
    }

    private async Task CaptureAsync(
        DataSplit split, int number, string file, string id, IReadOnlyList<PlannedDocument> documents, IProgressStage progress, CancellationToken stop)
    {
        var rows = new List<StoredActivation>();
        foreach (var batch in documents.Chunk(Batch))
        {
            rows.AddRange(Read(batch, stop));
            progress.Advance(batch.Length);
        }
        await ActivationFile.WriteAsync(file, split.Name(), rows, stop);
        var first = number * DocumentsPerFile;
        (origin with { Id = id, Rows = rows.Count, Slice = $"{split.Name()}, documents {first} to {first + documents.Count - 1}" }).Write(file);
    }

    private IEnumerable<StoredActivation> Read(IReadOnlyList<PlannedDocument> documents, CancellationToken stop)
    {
        var requests = documents.Select(document => new CaptureRequest(document.Id, document.TokenIds, document.Positions)).ToList();
        var activations = target.Capture(requests, stop);
        return documents.Zip(activations, (document, read) => read.Select(activation => new StoredActivation(
            document.Id, activation.Position, document.TokenIds[activation.Position],
            tokenizer.TokenText(document.TokenIds[activation.Position]), TextBefore(document, activation.Position), activation.Vector)))
            .SelectMany(rows => rows);
    }

    private string TextBefore(PlannedDocument document, int position)
    {
        var end = position + 1;
        var text = tokenizer.Decode(document.TokenIds[Math.Max(0, end - TokensOfTextBefore)..end], skipSpecial: false);
        // The first token may be the second half of a character.
        return text.TrimStart('\uFFFD');
    }

    /// <summary>Depends on the target, the layer and every token that is read.</summary>
    private string IdOf(IEnumerable<PlannedDocument> documents)
    {
        var text = new StringBuilder().Append(target.Card.Sha256).Append(' ').Append(target.Layer).Append(' ').Append(target.Card.DataType);
        foreach (var document in documents)
            text.Append('\n').AppendJoin(' ', document.TokenIds.Take(document.TokensRead)).Append(" at ").AppendJoin(' ', document.Positions).Append(" of ").Append(document.Id);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
