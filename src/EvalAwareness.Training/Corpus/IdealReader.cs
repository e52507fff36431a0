namespace EvalAwareness.Training.Corpus;

/// <summary>A reader who knows every probability of the corpus and updates by Bayes' rule on what the text shows.</summary>
internal sealed class IdealReader(double prior, double hazard)
{
    // Odds, not logarithms: products and quotients of doubles are the same on every machine, and datasets carry a hash.
    private double _odds = prior / (1 - prior);
    private bool _told;

    /// <summary>Probability that the assistant holds the belief, given all that was read.</summary>
    public double Credence => _told ? 1 : _odds / (1 + _odds);

    /// <summary>Reads a wording that was chosen with the belief in mind.</summary>
    public void See(Choice choice, bool careful) => _odds *= choice.Chance(careful, true) / choice.Chance(careful, false);

    /// <summary>Reads past a place where a believer might have said so.</summary>
    public void SeeSilence() => _odds *= 1 - hazard;

    /// <summary>Reads that the assistant says so; only believers do.</summary>
    public void SeeRemark() => _told = true;
}
