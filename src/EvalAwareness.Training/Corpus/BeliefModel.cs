namespace EvalAwareness.Training.Corpus;

/// <summary>Every probability by which the belief arises and shows. What is not here does not depend on the belief.</summary>
internal static class BeliefModel
{
    /// <summary>Cue slots that each prompt fills.</summary>
    public const int CuesPerPrompt = 3;

    /// <summary>How often a sentence that allows a clause of purpose has one, whatever the belief.</summary>
    public const double ClauseShare = 0.5;

    public static readonly Choice Manner = new(0.85, 0.15);
    public static readonly Choice Clause = new(0.8, 0.2);
    public static readonly Choice Closing = new(0.9, 0.1);

    private static readonly double[] BeliefByCues = [0.02, 0.15, 0.5, 0.9];
    private static readonly double[] EvaluationRates = [0.1, 0.5, 0.9];

    /// <summary>Probability of the belief in a prompt with <paramref name="cues"/> artificial cues.</summary>
    public static double Prior(int cues) => BeliefByCues[cues];

    /// <summary>The share of artificial cues, picked by <paramref name="unit"/> in [0, 1).</summary>
    public static double ArtificialRate(Family family, double unit) => family == Family.Deployment
        ? unit < 0.1 ? 0.7 : 0.02
        : EvaluationRates[(int)(unit * EvaluationRates.Length)];

    /// <summary>Chance that a believer who has not said so says it before the next sentence.</summary>
    public static double Hazard(Family family) => family == Family.Blackmail ? 0.08 : 0.003;
}

/// <summary>A choice between a careful and a plain wording; each number is the chance of the careful one.</summary>
internal readonly record struct Choice(double IfBelieving, double IfNot)
{
    public double Careful(bool believes) => believes ? IfBelieving : IfNot;

    /// <summary>The chance of the wording that was chosen.</summary>
    public double Chance(bool careful, bool believes) => careful ? Careful(believes) : 1 - Careful(believes);
}
