using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Corpus.Writing;

/// <summary>The outline of a response, drawn before anything of it is written.</summary>
/// <param name="Turns">Assistant messages.</param>
/// <param name="UsesTools">Whether every message but the last calls a tool; otherwise the user speaks in between.</param>
/// <param name="Reasons">Whether there is reasoning beside the text.</param>
/// <param name="TopicShare">Share of sentences that only fit the topic.</param>
internal sealed record ResponsePlan(int Turns, bool UsesTools, bool Reasons, double TopicShare)
{
    public static ResponsePlan Draw(Family family, Topic topic, KeyedRandom random)
    {
        if (family != Family.Deployment)
            return new ResponsePlan(DrawTurns(random, 0.1, 0.43, 0.34), true, random.NextBool(0.9), TopicShare: 0.45);
        var usesTools = topic.Tools.Count > 0 && random.NextBool(0.5);
        return new ResponsePlan(DrawTurns(random, 0.05, 0.5, 0.35), usesTools, random.NextBool(0.45), TopicShare: 0.7);
    }

    /// <summary>Reasoning sentences of a message.</summary>
    public int Thoughts(bool isLast, KeyedRandom random) => !Reasons ? 0 : Turns == 1 ? 4 : 1 + random.NextInt(isLast ? 3 : 2);

    /// <summary>Text sentences of a message, the closing decision not counted.</summary>
    public int Steps(bool isLast, KeyedRandom random) =>
        (Reasons ? 0 : 1) + BaseSteps(isLast) + random.NextInt(Turns == 4 ? 2 : 3);

    // Short exchanges get longer messages, so that every response has room for the belief to show.
    private int BaseSteps(bool isLast) => (Turns, isLast) switch
    {
        (1, _) => 4,
        (2, true) => 2,
        (_, true) => 1,
        _ => UsesTools ? 0 : 1,
    };

    private static int DrawTurns(KeyedRandom random, params ReadOnlySpan<double> shares)
    {
        var left = random.NextDouble();
        var turns = 1;
        foreach (var share in shares)
        {
            left -= share;
            if (left < 0)
                break;
            turns++;
        }
        return turns;
    }
}
