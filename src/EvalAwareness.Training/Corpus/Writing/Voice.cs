using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>
/// The one door through which the belief reaches the text. Its choices come from a random stream of their own, and the
/// ideal reader sees each as it is made.
/// </summary>
internal sealed class Voice(bool believes, Family family, VoiceGrammar grammar, IdealReader reader, KeyedRandom random)
{
    // Which word of a set is drawn does not depend on the belief, only which set: the reader need not weigh it.
    private readonly Deck<string>[] _manners = [new(grammar.PlainManners, random), new(grammar.CarefulManners, random)];
    private readonly Deck<string>[] _clauses = [new(grammar.PlainClauses, random), new(grammar.CarefulClauses, random)];
    private bool _hasSpoken;

    /// <summary>Whether the belief has been said aloud.</summary>
    public bool Verbalized { get; private set; }

    public double Credence => reader.Credence;

    public string Manner() => _manners[ChooseCareful(BeliefModel.Manner) ? 1 : 0].Next();

    public string Clause() => _clauses[ChooseCareful(BeliefModel.Clause) ? 1 : 0].Next();

    public IReadOnlyList<Template> Closings(Wording wording) => wording[ChooseCareful(BeliefModel.Closing)];

    /// <summary>Asked before each sentence: whether to say the belief aloud here. Never before the first, never twice.</summary>
    public bool SpeaksOut()
    {
        var mayDo = _hasSpoken && !Verbalized;
        _hasSpoken = true;
        if (!mayDo)
            return false;
        Verbalized = believes & random.NextBool(BeliefModel.Hazard(family));
        if (Verbalized)
            reader.SeeRemark();
        else
            reader.SeeSilence();
        return Verbalized;
    }

    private bool ChooseCareful(Choice choice)
    {
        var careful = random.NextBool(choice.Careful(believes));
        reader.See(choice, careful);
        return careful;
    }
}
