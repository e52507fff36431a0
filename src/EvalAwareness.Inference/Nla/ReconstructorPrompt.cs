using EvalAwareness.Core;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Nla;

/// <summary>Writes explanations as the reconstructor reads them: raw text, no chat template, special tokens on.</summary>
internal sealed class ReconstructorPrompt
{
    private readonly HuggingFaceTokenizer _tokenizer;
    private readonly string _template;

    /// <exception cref="RefusedException">The prompt does not end with the sidecar's suffix, or does not begin with the tokenizer's BOS.</exception>
    public ReconstructorPrompt(string folder, Sidecar sidecar, HuggingFaceTokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        _template = sidecar.ReconstructorTemplate!;
        var probe = NlaChecks.AtLoading(Path.Combine(folder, HuggingFaceTokenizer.FileName), () => Encode("A probe."));
        var file = Path.Combine(folder, Sidecar.FileName);
        if (sidecar.SuffixIds.Count == 0 || !probe.TakeLast(sidecar.SuffixIds.Count).SequenceEqual(sidecar.SuffixIds))
            throw new RefusedException(
                $"{file}: the prompt ends with tokens [{string.Join(", ", probe.TakeLast(sidecar.SuffixIds.Count))}], "
                + $"critic_suffix_ids says [{string.Join(", ", sidecar.SuffixIds)}].");
        if (tokenizer.BosId is { } bos && probe[0] != bos)
            throw new RefusedException($"{file}: the prompt does not begin with the tokenizer's BOS token {bos}.");
        if (tokenizer.BosId is { } first && probe.Take(2).All(id => id == first))
            throw new RefusedException($"{file}: the prompt begins with the BOS token {first} twice; the tokenizer writes it, the template must not.");
    }

    public int[] Encode(string explanation) =>
        _tokenizer.EncodeIds(_template.Replace(Sidecar.ExplanationSlot, explanation.Trim()), addSpecialTokens: true);
}
