using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Cli.Interop;

/// <summary>The documents of some files as a checkpoint reads them, one in memory at a time: transcripts through its chat template,
/// or plain texts.</summary>
/// <param name="checkpoint">Whose tokenizer and context length count.</param>
/// <param name="files">Where they lie.</param>
/// <param name="isText">Whether each file is one plain text.</param>
internal sealed class DocumentFiles(Checkpoint checkpoint, IReadOnlyList<Dataset> files, bool isText)
{
    public IReadOnlyList<Dataset> Files => files;

    public bool IsText => isText;

    public IAsyncEnumerable<Document> ReadAsync(CancellationToken stop) => isText ? ReadTexts().ToAsyncEnumerable() : ReadTranscriptsAsync(stop);

    private IEnumerable<Document> ReadTexts()
    {
        var texts = new TextTokenizer(checkpoint.Tokenizer);
        return from dataset in files
               from path in dataset.Files
               select Try(dataset.NameOf(path), () => texts.Tokenize(dataset, path));
    }

    private async IAsyncEnumerable<Document> ReadTranscriptsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var tokenizer = new TranscriptTokenizer(checkpoint.Tokenizer, ChatTemplate.Load(checkpoint.Folder));
        await foreach (var item in TranscriptFiles.ReadAsync(files, stop))
        {
            if (item.IsReadable)
                yield return Try(item.Transcript!.Id, () => tokenizer.Tokenize(item.Transcript));
            foreach (var failure in item.Failures)
                yield return new Document(null, new SkippedItem(failure.Source, failure.Message));
        }
    }

    private Document Try(string source, Func<TokenizedTranscript> tokenize)
    {
        try
        {
            var document = tokenize();
            if (document.Tokens.Count > checkpoint.Configuration.ContextLength)
                throw new ItemException(
                    $"too long: {document.Tokens.Count} tokens; the model reads at most {checkpoint.Configuration.ContextLength}");
            return new Document(document, null);
        }
        catch (ItemException failure)
        {
            return new Document(null, new SkippedItem(source, failure.Message));
        }
    }
}
