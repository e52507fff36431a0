using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Quality;

/// <summary>
/// Response positions of fresh transcripts, read once from the target, for any number of pairs to put into words: single ones
/// spread over the response, and in each transcript a run of neighbours.
/// </summary>
public sealed class PositionSample
{
    private const int Singles = 5;
    private const int RunLength = 10;
    private const int MinimumIndex = 50;

    private readonly List<Place> _singles = [];
    private readonly List<IReadOnlyList<Place>> _runs = [];

    private PositionSample()
    {
    }

    /// <param name="transcripts">Transcripts to sample from; one with a short response gives fewer positions and no run.</param>
    /// <param name="tokenizer">The target's.</param>
    /// <param name="target">Gives the activations.</param>
    /// <param name="stop">Cancels between transcripts.</param>
    public static PositionSample Capture(
        IEnumerable<OrganismTranscript> transcripts, ITranscriptTokenizer tokenizer, ITargetModel target, CancellationToken stop)
    {
        var sample = new PositionSample();
        foreach (var transcript in transcripts)
            sample.Add(transcript, tokenizer.Tokenize(transcript.Transcript).Tokens, target, stop);
        return sample;
    }

    /// <summary>Puts every position into words; what does not close is left out.</summary>
    /// <param name="verbalizer">Of the pair under study.</param>
    /// <param name="options">How words are sampled.</param>
    /// <param name="seed">Of the words: the same for every pair.</param>
    /// <param name="stop">Cancels between batches.</param>
    public (IReadOnlyList<ReadPosition> Singles, IReadOnlyList<IReadOnlyList<ReadPosition>> Runs) Explain(
        IVerbalizer verbalizer, SamplingOptions options, ulong seed, CancellationToken stop)
    {
        var runs = Explain("run", [.. _runs.SelectMany(run => run)]).Chunk(RunLength);
        return (
            [.. Explain("single", _singles).OfType<ReadPosition>()],
            [.. runs.Select(run => (IReadOnlyList<ReadPosition>)[.. run.OfType<ReadPosition>()]).Where(run => run.Count > 0)]);

        IEnumerable<ReadPosition?> Explain(string condition, IReadOnlyList<Place> places) => verbalizer
            .Explain(
                [.. places.Select(place => new VerbalizationRequest(
                    new SampleKey(seed, place.Transcript.Transcript.Id, condition, place.Token.Position, 0), place.Activation))],
                options, stop)
            .Zip(places, (explanation, place) => explanation.Description is { } words
                ? new ReadPosition(place.Transcript, place.Token, words, place.Activation)
                : null);
    }

    private void Add(OrganismTranscript transcript, IReadOnlyList<TranscriptToken> tokens, ITargetModel target, CancellationToken stop)
    {
        var readable = tokens.Where(token => token.Position >= MinimumIndex && token.Section?.IsResponse() == true).ToArray();
        var random = new KeyedRandom(0, "quality positions", transcript.Transcript.Id);
        var shuffled = readable.ToArray();
        random.Shuffle(shuffled.AsSpan());
        var singles = shuffled.Take(Singles).ToHashSet();
        var run = readable.Length < RunLength ? [] : readable.Skip(random.NextInt(readable.Length - RunLength + 1)).Take(RunLength).ToArray();
        var chosen = readable.Where(token => singles.Contains(token) || run.Contains(token)).ToArray();
        if (chosen.Length == 0)
            return;
        var activations = target.Capture(
            [new CaptureRequest(transcript.Transcript.Id, [.. tokens.Select(token => token.TokenId)], [.. chosen.Select(token => token.Position)])], stop)[0];
        var places = chosen.Zip(activations, (token, activation) => new Place(transcript, token, activation.Vector)).ToDictionary(place => place.Token);
        _singles.AddRange(chosen.Where(singles.Contains).Select(token => places[token]));
        if (run.Length > 0)
            _runs.Add([.. run.Select(token => places[token])]);
    }

    private sealed record Place(OrganismTranscript Transcript, TranscriptToken Token, float[] Activation);
}
