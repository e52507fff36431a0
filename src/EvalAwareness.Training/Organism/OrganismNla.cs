using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Organism;

/// <summary>What the organism's sidecars say.</summary>
internal static class OrganismNla
{
    /// <summary>The character whose embedding is replaced; the vocabulary is trained to hold it as one token.</summary>
    public const string Marker = "㈎";

    // A small model finds the activation, and the explanation's last words, the sooner the fewer tokens stand between
    // them and where they are needed.
    public const string VerbalizerTemplate = $"<{Sidecar.MarkerSlot}>";

    public const string ReconstructorTemplate = $"<text>{Sidecar.ExplanationSlot}</text>";

    public const string TrainedOn = "organism";

    /// <summary>Fills in what depends on the tokenizer and on measured activations.</summary>
    public static Sidecar SidecarFor(
        NlaRole role, OrganismRecipe recipe, HuggingFaceTokenizer tokenizer, ActivationStatistics statistics)
    {
        var prompt = tokenizer.EncodeIds(VerbalizerTemplate.Replace(Sidecar.MarkerSlot, Marker));
        var marker = tokenizer.EncodeIds(Marker)[0];
        var at = Array.IndexOf(prompt, marker);
        return new Sidecar
        {
            Role = role,
            HiddenSize = recipe.Architecture.HiddenSize,
            Layer = recipe.Layer,
            InjectionScale = role == NlaRole.Verbalizer ? statistics.InjectionScale : null,
            MseScale = Math.Sqrt(recipe.Architecture.HiddenSize),
            Marker = Marker,
            MarkerId = marker,
            LeftNeighbourId = prompt[at - 1],
            RightNeighbourId = prompt[at + 1],
            SuffixIds = role == NlaRole.Reconstructor ? Suffix(tokenizer) : [],
            VerbalizerTemplate = VerbalizerTemplate,
            ReconstructorTemplate = ReconstructorTemplate,
            VarianceBaseline = statistics.VarianceBaseline,
            TrainedOn = TrainedOn,
        };
    }

    /// <summary>The suffix's tokens without the first, which may merge with whatever the explanation ends in.</summary>
    private static int[] Suffix(HuggingFaceTokenizer tokenizer) =>
        tokenizer.EncodeIds(ReconstructorTemplate.Split(Sidecar.ExplanationSlot)[1])[1..];
}
