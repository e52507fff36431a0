using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>
/// Examples for the warm start, made on the fly: documents never repeat, and the verbalizer's are not the reconstructor's.
/// The documents of several steps are read together and their examples mixed, so that a step does not consist of a few
/// documents; what a step holds depends on its number alone.
/// </summary>
/// <param name="corpus">Where documents come from.</param>
/// <param name="tokenizer">The target's.</param>
/// <param name="target">Gives the activations.</param>
/// <param name="split">Name of the documents' stream.</param>
/// <param name="perDocument">Positions read in one document.</param>
internal sealed class OrganismExamples(
    OrganismCorpus corpus, ITranscriptTokenizer tokenizer, ITargetModel target, string split, int perDocument) : IExampleSource, IActivationSource
{
    // Earlier positions hold too little of the text to be worth a summary (and are never read in an audit).
    private const int MinimumIndex = 50;

    private const int StepsInGroup = 16;

    private readonly Summarizer _summarizer = new();
    private int _group = -1;
    private WarmStartExample[] _examples = [];

    /// <param name="step">Number of the step.</param>
    /// <param name="count">Examples of a step; fewer where documents are too short to give their share.</param>
    public IReadOnlyList<WarmStartExample> At(int step, int count)
    {
        var group = step / StepsInGroup;
        if (group != _group)
            _examples = Mixed(_group = group, StepsInGroup * count);
        var share = _examples.Length / StepsInGroup;
        return new ArraySegment<WarmStartExample>(_examples, step % StepsInGroup * share, share);
    }

    IReadOnlyList<float[]> IActivationSource.At(int step, int count) => [.. At(step, count).Select(example => example.Vector)];

    private WarmStartExample[] Mixed(int group, int count)
    {
        var documents = Enumerable.Range(group * count / perDocument, count / perDocument).Select(Draw).ToList();
        var activations = target.Capture([.. documents.Select(Request)], CancellationToken.None);
        var examples = documents.Zip(activations, Pair).SelectMany(pairs => pairs).ToArray();
        new KeyedRandom((ulong)group, "warm start groups", split).Shuffle(examples.AsSpan());
        return examples;

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
