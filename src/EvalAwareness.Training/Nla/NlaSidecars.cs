using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Nla;

/// <summary>What the sidecars of a trained pair say.</summary>
internal static class NlaSidecars
{
    /// <summary>Fills in what depends on the tokenizer and on measured activations.</summary>
    public static Sidecar For(
        NlaRole role, NlaRecipe recipe, HuggingFaceTokenizer tokenizer, ChatTemplate template, ActivationStatistics statistics)
    {
        var marker = Marker.Choose(recipe.Target, recipe.Prompts.Verbalizer, tokenizer, template);
        return new Sidecar
        {
            Role = role,
            HiddenSize = recipe.Architecture.HiddenSize,
            Layer = recipe.Layer,
            InjectionScale = role == NlaRole.Verbalizer ? statistics.InjectionScale : null,
            MseScale = Math.Sqrt(recipe.Architecture.HiddenSize),
            Marker = marker.Text,
            MarkerId = marker.Id,
            LeftNeighbourId = marker.Left,
            RightNeighbourId = marker.Right,
            SuffixIds = role == NlaRole.Reconstructor ? Suffix(recipe.Prompts, tokenizer) : [],
            VerbalizerTemplate = recipe.Prompts.Verbalizer,
            ReconstructorTemplate = recipe.Prompts.Reconstructor,
            VarianceBaseline = statistics.VarianceBaseline,
            TrainedOn = recipe.TrainedOn,
        };
    }

    /// <summary>The suffix's tokens without the first, which may merge with whatever the explanation ends in.</summary>
    private static int[] Suffix(NlaPrompts prompts, HuggingFaceTokenizer tokenizer) =>
        tokenizer.EncodeIds(prompts.Reconstructor.Split(Sidecar.ExplanationSlot)[1])[1..];
}
