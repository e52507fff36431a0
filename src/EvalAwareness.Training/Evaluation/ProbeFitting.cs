using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Evaluation;

/// <summary>Fits a linear probe for the belief on fresh transcripts of the organism's corpus.</summary>
internal sealed class ProbeFitting(ITranscriptTokenizer tokenizer, ITargetModel target, IProgressReporter progress)
{
    private const string Split = "probe";
    private const int Transcripts = 2000;
    private const int PositionsPerTranscript = 12;
    private const int MinimumIndex = 50;
    private const int TranscriptsAtOnce = 100;

    public BeliefProbe Fit(OrganismCorpus corpus, CancellationToken stop)
    {
        using var stage = progress.Begin("probe", Transcripts, "transcripts");
        // A few transcripts at a time: their tokens take many times the memory of the activations that are kept.
        var read = Enumerable.Range(0, Transcripts).Chunk(TranscriptsAtOnce).SelectMany(chunk =>
        {
            stage.Advance(chunk.Length);
            return Read([.. chunk.Select(index => corpus.Generate(Split, index).Transcript)], stop);
        }).ToList();
        var probe = LinearProbe.Fit([.. read.Select(one => one.Vector)], [.. read.Select(one => one.Aware)]);
        return new BeliefProbe(target.Card.Sha256, target.Layer, probe.Weights, probe.Bias);
    }

    private IEnumerable<(bool Aware, float[] Vector)> Read(Transcript[] transcripts, CancellationToken stop)
    {
        var requests = transcripts.Select(transcript => (transcript, request: Request(tokenizer.Tokenize(transcript))))
            .Where(pair => pair.request.Positions.Count > 0).ToList();
        var activations = target.Capture([.. requests.Select(pair => pair.request)], stop);
        return requests.Zip(activations, (pair, read) => read.Select(activation => (pair.transcript.Truth!.Aware, activation.Vector)))
            .SelectMany(pairs => pairs);
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
}
