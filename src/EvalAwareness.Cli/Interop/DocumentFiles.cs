using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Pipeline.Reading;

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
        return files.Select(file => Try(file.Name, () => texts.Tokenize(file)));
    }

    private async IAsyncEnumerable<Document> ReadTranscriptsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        var tokenizer = new TranscriptTokenizer(checkpoint.Tokenizer, ChatTemplate.Load(checkpoint.Folder));
        await foreach (var item in TranscriptFiles.ReadAsync(files, stop))
        {
            yield return item.Transcript is { } transcript
                ? Try(transcript.Id, () => tokenizer.Tokenize(transcript))
                : new Document(null, new SkippedItem(item.Failure!.Source!, item.Failure.Message));
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
