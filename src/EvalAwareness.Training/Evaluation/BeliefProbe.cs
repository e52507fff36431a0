using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Evaluation;

/// <summary>
/// Asks whether the target carries the belief at all: what a linear probe finds at block K is the upper reference for
/// what explanations of the same activations can tell.
/// </summary>
public sealed class BeliefProbe(ITranscriptTokenizer tokenizer, ITargetModel target, ulong seed)
{
    private const string TrainingSplit = "probe";
    private const int TrainingTranscripts = 2000;
    private const int PositionsPerTranscript = 12;
    private const int MinimumIndex = 50;
    private const int TranscriptsAtOnce = 100;

    /// <summary>Fits on fresh transcripts of the organism's corpus and measures on held-out ones.</summary>
    /// <param name="heldOut">Transcripts with known truth; those that say their belief aloud are left out.</param>
    /// <param name="stop">Cancels between batches.</param>
    public ProbeResult Measure(IEnumerable<Transcript> heldOut, CancellationToken stop)
    {
        var corpus = new OrganismCorpus(seed);
        var training = Read(Enumerable.Range(0, TrainingTranscripts).Select(index => corpus.Generate(TrainingSplit, index).Transcript), stop);
        var probe = LinearProbe.Fit(
            [.. training.SelectMany(item => item.Vectors)], [.. training.SelectMany(item => item.Vectors.Select(_ => item.Aware))]);
        var measured = Read(heldOut.Where(transcript => transcript.Truth is { Verbalized: false }), stop)
            .Select(item => new Scored(item.Aware, [.. item.Vectors.Select(probe.Score)])).ToList();
        var interval = Bootstrap.Percentile(
            measured.Count, drawn => AurocOf(drawn.Select(index => measured[index])), new KeyedRandom(seed, "probe interval"));
        return new ProbeResult(AurocOf(measured), interval, measured.Count, measured.Sum(item => item.Scores.Length));
    }

    /// <summary>A few transcripts at a time: their tokens take many times the memory of the activations that are kept.</summary>
    private List<Item> Read(IEnumerable<Transcript> transcripts, CancellationToken stop) =>
        [.. transcripts.Chunk(TranscriptsAtOnce).SelectMany(chunk => ReadTogether(chunk, stop))];

    private IEnumerable<Item> ReadTogether(Transcript[] transcripts, CancellationToken stop)
    {
        var requests = transcripts.Select(transcript => (transcript, request: Request(tokenizer.Tokenize(transcript))))
            .Where(pair => pair.request.Positions.Count > 0).ToList();
        var activations = target.Capture([.. requests.Select(pair => pair.request)], stop);
        return requests.Zip(activations, (pair, read) =>
            new Item(pair.transcript.Truth!.Aware, [.. read.Select(activation => activation.Vector)]));
    }

    private static CaptureRequest Request(TokenizedTranscript tokenized)
    {
        var positions = tokenized.Tokens
            .Where(token => token.Position >= MinimumIndex && token.Section?.IsResponse() == true)
            .Select(token => token.Position).ToArray();
        new KeyedRandom(0, "probe positions", tokenized.Transcript.Id).Shuffle(positions.AsSpan());
        return new CaptureRequest(
            tokenized.Transcript.Id, [.. tokenized.Tokens.Select(token => token.TokenId)],
            [.. positions.Take(PositionsPerTranscript).Order()]);
    }

    private static double AurocOf(IEnumerable<Scored> items)
    {
        var all = items.ToList();
        return Auroc.Of(
            [.. all.Where(item => item.Aware).SelectMany(item => item.Scores)],
            [.. all.Where(item => !item.Aware).SelectMany(item => item.Scores)]);
    }

    private sealed record Item(bool Aware, float[][] Vectors);

    private sealed record Scored(bool Aware, double[] Scores);
}
