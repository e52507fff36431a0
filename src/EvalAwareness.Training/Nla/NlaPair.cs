namespace EvalAwareness.Training.Nla;

/// <summary>Where the two halves of a natural language autoencoder lie: <c>av</c> and <c>ar</c>.</summary>
public sealed record NlaPair(string Root)
{
    public string Verbalizer => Path.Combine(Root, "av");

    public string Reconstructor => Path.Combine(Root, "ar");
}
