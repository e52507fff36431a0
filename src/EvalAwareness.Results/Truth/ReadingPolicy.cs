using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Results.Truth;

/// <summary>Which of the positions read are kept, when only some of them are.</summary>
/// <param name="Name">As the truth table names it.</param>
/// <param name="Draws">How often the choice is made and averaged over; 1 where chance has no part in it.</param>
/// <param name="Order">The readings of a transcript, those to be kept before the others.</param>
internal sealed record ReadingPolicy(string Name, int Draws, Func<IReadOnlyList<Reading>, KeyedRandom, IReadOnlyList<Reading>> Order)
{
    /// <summary>Enough that the choice adds little to the spread over transcripts.</summary>
    private const int RandomDraws = 10;

    public static readonly ReadingPolicy Uniform = new("uniform", RandomDraws, Shuffled);

    public static readonly IReadOnlyList<ReadingPolicy> All =
    [
        Uniform,
        new("per_turn", RandomDraws, ByTurns),
        new("first", 1, (readings, _) => readings),
        new("last", 1, (readings, _) => [.. readings.Reverse()]),
    ];

    private static Reading[] Shuffled(IReadOnlyList<Reading> readings, KeyedRandom random)
    {
        Reading[] shuffled = [.. readings];
        random.Shuffle(shuffled.AsSpan());
        return shuffled;
    }

    /// <summary>One of each assistant message, then a second of each, and so on.</summary>
    private static IReadOnlyList<Reading> ByTurns(IReadOnlyList<Reading> readings, KeyedRandom random) =>
    [
        .. Shuffled(readings, random)
            .GroupBy(reading => reading.MessageIndex)
            .SelectMany(turn => turn.Select((reading, round) => (reading, round)))
            .OrderBy(one => one.round)
            .Select(one => one.reading),
    ];
}
