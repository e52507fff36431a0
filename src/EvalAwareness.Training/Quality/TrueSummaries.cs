using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Quality;

/// <summary>What the verbalizer was taught to say: the limit of what its words can earn.</summary>
/// <param name="seed">Of the corpus that the positions come from.</param>
public sealed class TrueSummaries(ulong seed)
{
    private readonly Summarizer _summarizer = new();

    /// <summary>The position with a true summary in place of its explanation, one wording of several.</summary>
    public ReadPosition InPlaceOf(ReadPosition position)
    {
        var token = position.Token;
        var random = new KeyedRandom(seed, "quality", "true summary", position.Transcript.Transcript.Id, $"{token.Position}");
        return position with
        {
            Explanation = _summarizer.Summarize(position.Transcript, token.MessageIndex, token.Section!.Value, token.End, random),
        };
    }
}
