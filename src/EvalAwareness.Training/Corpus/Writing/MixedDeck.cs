using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>Mixes what fits the topic with what fits the whole family, each card once until its deck is used up.</summary>
internal sealed class MixedDeck<T>(IReadOnlyList<T> topic, IReadOnlyList<T> family, double topicShare, KeyedRandom random)
{
    private readonly Deck<T> _topic = new(topic, random);
    private readonly Deck<T> _family = new(family, random);

    public T Next()
    {
        var fromTopic = random.NextBool(topicShare) ? _topic.IsFresh || _family.IsEmpty : !_family.IsFresh && !_topic.IsEmpty;
        return fromTopic ? _topic.Next() : _family.Next();
    }
}
