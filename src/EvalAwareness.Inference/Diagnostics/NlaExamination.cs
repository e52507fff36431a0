using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>Looks at the rules of an NLA checkpoint one after the other, where loading it stops at the first that is broken.</summary>
internal static class NlaExamination
{
    /// <summary>A line for each rule; those that need a sidecar are left out when it cannot be read.</summary>
    public static IEnumerable<Finding> Of(string folder, ComputeOptions compute, InjectionOptions? injection)
    {
        var (read, sidecar) = Look.AtValue($"{folder}: sidecar", () => SidecarFile.Read(folder, injection), Describe);
        yield return read;
        if (sidecar is null)
            yield break;
        foreach (var finding in sidecar.Role == NlaRole.Verbalizer ? Verbalizer(folder, sidecar, compute, injection) : Reconstructor(folder, sidecar, compute))
            yield return finding;
    }

    private static IEnumerable<Finding> Verbalizer(string folder, Sidecar sidecar, ComputeOptions compute, InjectionOptions? injection) =>
    [
        Look.At($"{folder}: marker", () => DescribePrompt(VerbalizerPrompt.Create(
            folder, sidecar, Checkpoint.Open(folder).Tokenizer, ChatTemplate.Load(folder)), sidecar)),
        Look.At($"{folder}: stop tokens", () => string.Join(", ", StopTokens.Read(folder).Order())),
        Look.At($"{folder}: weights", () => Load(() => Nla.Verbalizer.Load(folder, compute, injection))),
    ];

    private static IEnumerable<Finding> Reconstructor(string folder, Sidecar sidecar, ComputeOptions compute) =>
    [
        Look.At($"{folder}: prompt", () => DescribePrompt(folder, sidecar)),
        Look.At($"{folder}: blocks, head and weights", () => Load(() => Nla.Reconstructor.Load(folder, compute))),
        Look.At($"{folder}: variance baseline", () => sidecar.VarianceBaseline is { } variance
            ? FormattableString.Invariant($"{variance:f4}")
            : "not stated; there will be cosines and squared errors, and no FVE"),
    ];

    private static string Describe(Sidecar sidecar) => sidecar.Role == NlaRole.Verbalizer
        ? FormattableString.Invariant($"verbalizer of block {sidecar.Layer}, stage {sidecar.Stage}, width {sidecar.HiddenSize}, {DescribeInjection(sidecar)}")
        : FormattableString.Invariant($"reconstructor of block {sidecar.Layer}, stage {sidecar.Stage}, width {sidecar.HiddenSize}, compared at norm {sidecar.MseScale:g6}");

    private static string DescribeInjection(Sidecar sidecar) => sidecar.InjectionLayer is { } block
        ? $"injection by adding to the output of block {block}"
        : FormattableString.Invariant($"injection at norm {sidecar.InjectionScale:g6}");

    private static string DescribePrompt(VerbalizerPrompt prompt, Sidecar sidecar) =>
        $"'{sidecar.Marker}' is token {prompt.MarkerId}, once, at {prompt.Prefix.Count} of {prompt.Length}, "
        + $"between {sidecar.LeftNeighbourId} and {sidecar.RightNeighbourId}";

    private static string DescribePrompt(string folder, Sidecar sidecar)
    {
        var tokenizer = Checkpoint.Open(folder).Tokenizer;
        _ = new ReconstructorPrompt(folder, sidecar, tokenizer);
        var begin = tokenizer.BosId is { } bos ? $"begins with BOS {bos}" : "the tokenizer has no BOS";
        return $"{begin}, ends with [{string.Join(", ", sidecar.SuffixIds)}]";
    }

    private static string Load<T>(Func<T> load) where T : IDisposable
    {
        using var loaded = load();
        return "all there, of the right shapes";
    }
}
