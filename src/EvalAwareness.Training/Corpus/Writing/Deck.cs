using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>Hands out cards in random order, each once before any comes again.</summary>
internal sealed class Deck<T>
{
    private readonly T[] _cards;
    private int _used;

    public Deck(IReadOnlyList<T> cards, KeyedRandom random)
    {
        _cards = [.. cards];
        random.Shuffle<T>(_cards);
    }

    public bool IsEmpty => _cards.Length == 0;

    /// <summary>Whether there are cards that have not been handed out yet.</summary>
    public bool IsFresh => _used < _cards.Length;

    public T Next() => _cards[_used++ % _cards.Length];
}
