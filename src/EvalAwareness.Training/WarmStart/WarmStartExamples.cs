using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Examples for the warm start, made on the fly: documents never repeat, and the verbalizer's are not the reconstructor's.</summary>
/// <param name="corpus">Where documents come from.</param>
/// <param name="tokenizer">The target's.</param>
/// <param name="target">Gives the activations.</param>
/// <param name="split">Name of the documents' stream.</param>
/// <param name="perDocument">Positions read in one document.</param>
internal sealed class WarmStartExamples(
    OrganismCorpus corpus, ITranscriptTokenizer tokenizer, ITargetModel target, string split, int perDocument)
{
    // Earlier positions hold too little of the text to be worth a summary (and are never read in an audit).
    private const int MinimumIndex = 50;

    private readonly Summarizer _summarizer = new();

    public IReadOnlyList<WarmStartExample> At(int step, int count)
    {
        var documents = Enumerable.Range(step * count / perDocument, count / perDocument).Select(Draw).ToList();
        var activations = target.Capture([.. documents.Select(Request)], CancellationToken.None);
        return [.. documents.Zip(activations, Pair).SelectMany(examples => examples)];

        IEnumerable<WarmStartExample> Pair(Document document, IReadOnlyList<Core.Explanations.Activation> read) =>
            document.Chosen.Zip(read, (token, activation) => new WarmStartExample(activation.Vector, Summarize(document, token)));
    }

    private Document Draw(int index)
    {
        var transcript = corpus.Generate(split, index);
        var tokens = tokenizer.Tokenize(transcript.Transcript).Tokens;
        var random = new KeyedRandom((ulong)index, "warm start", split);
        var readable = tokens.Where(IsReadable).ToArray();
        random.Shuffle(readable.AsSpan());
        var chosen = readable.Take(perDocument).OrderBy(token => token.Position).ToArray();
        return new Document(transcript, tokens, chosen, random);
    }

    private static bool IsReadable(TranscriptToken token) =>
        token.Position >= MinimumIndex && token.Section is not (null or SegmentKind.ToolCall);

    private static CaptureRequest Request(Document document) => new(
        document.Transcript.Transcript.Id,
        [.. document.Tokens.Select(token => token.TokenId)],
        [.. document.Chosen.Select(token => token.Position)]);

    private string Summarize(Document document, TranscriptToken token) =>
        _summarizer.Summarize(document.Transcript, token.MessageIndex, token.Section!.Value, token.End, document.Random);

    private sealed record Document(
        OrganismTranscript Transcript, IReadOnlyList<TranscriptToken> Tokens, TranscriptToken[] Chosen, KeyedRandom Random);
}
