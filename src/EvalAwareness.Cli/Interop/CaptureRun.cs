using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Cli.Interop;

/// <summary>Reads the activation at every token of some documents into a table.</summary>
/// <param name="target">Reads the documents up to block K.</param>
/// <param name="table">Where the rows go.</param>
/// <param name="progress">A stage of so many tokens.</param>
internal sealed class CaptureRun(ITargetModel target, TableWriter<CapturedToken> table, IProgressStage progress)
{
    /// <summary>Tokens whose activations are in memory at once; a longer document is taken alone.</summary>
    private const int TokensAtOnce = 8192;

    /// <summary>On the thread that calls it, files included: LibTorch keeps a team of workers for every thread that it is called from.</summary>
    public void Run(IAsyncEnumerable<Document> documents, CancellationToken stop)
    {
        var waiting = new List<TokenizedTranscript>();
        foreach (var document in documents.ToBlockingEnumerable(stop).Select(document => document.Tokens).OfType<TokenizedTranscript>())
        {
            if (waiting.Count > 0 && waiting.Sum(other => other.Tokens.Count) + document.Tokens.Count > TokensAtOnce)
                Finish(waiting, stop);
            waiting.Add(document);
        }
        if (waiting.Count > 0)
            Finish(waiting, stop);
    }

    private void Finish(List<TokenizedTranscript> documents, CancellationToken stop)
    {
        var captured = target.Capture([.. documents.Select(EveryToken)], stop);
        foreach (var (document, activations) in documents.Zip(captured))
        {
            foreach (var (token, activation) in document.Tokens.Zip(activations))
                table.WriteAsync(new CapturedToken(document.Transcript, token, target.Layer, activation), stop).GetAwaiter().GetResult();
            progress.Advance(document.Tokens.Count);
        }
        documents.Clear();
    }

    private static CaptureRequest EveryToken(TokenizedTranscript document) => new(
        document.Transcript.Id, [.. document.Tokens.Select(token => token.TokenId)], [.. Enumerable.Range(0, document.Tokens.Count)]);
}
