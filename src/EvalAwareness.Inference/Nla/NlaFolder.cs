namespace EvalAwareness.Inference.Nla;

/// <summary>Where the two halves of a natural language autoencoder lie.</summary>
/// <param name="Verbalizer">Folder of the AV.</param>
/// <param name="Reconstructor">Folder of the AR.</param>
public sealed record NlaFolder(string Verbalizer, string Reconstructor)
{
    /// <summary>The folders <c>av</c> and <c>ar</c> of <paramref name="root"/>.</summary>
    public static NlaFolder In(string root) => new(Path.Combine(root, "av"), Path.Combine(root, "ar"));
}
