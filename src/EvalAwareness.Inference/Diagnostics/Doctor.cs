using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>Looks at the machine and at checkpoints the way a run would, and says what it found.</summary>
public static class Doctor
{
    private const double BytesPerGigabyte = 1e9;

    /// <summary>LibTorch, the device with a checked computation, and memory.</summary>
    public static IReadOnlyList<Finding> ExamineMachine(string device, string type) =>
    [
        Look.At("LibTorch", () => $"{LibTorch.Version} from {LibTorch.Folder}, {LibTorch.Threads} threads, CUDA {(LibTorch.CudaProblem is null ? "found" : "not found")}"),
        Look.At("device", () => DeviceCheck.Run(ComputeOptions.Parse(device, type))),
        Look.At("memory", () => $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGigabyte:f1} GB for this process"),
    ];

    /// <summary>Everything that is checked when a checkpoint is loaded, weights included.</summary>
    /// <param name="folder">A checkpoint.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <param name="injection">How a verbalizer injects whose sidecar does not say; null for replacing.</param>
    public static IReadOnlyList<Finding> ExamineCheckpoint(string folder, ComputeOptions compute, InjectionOptions? injection = null) => IsNla(folder)
        ? [Look.At(folder, () => Describe(Checkpoint.Open(folder))), .. NlaExamination.Of(folder, compute, injection)]
        : [Look.At(folder, () => DescribeTarget(folder, compute))];

    /// <summary>Puts a few activations of a model into words and reads them back. Only for folders that are good by themselves.</summary>
    /// <param name="folders">Among them a target, a verbalizer and a reconstructor, one of each; otherwise nothing is tried.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <param name="injection">How a verbalizer injects whose sidecar does not say; null for replacing.</param>
    /// <param name="stop">Cancels.</param>
    public static IReadOnlyList<Finding> ExamineTogether(
        IReadOnlyList<string> folders, ComputeOptions compute, InjectionOptions? injection, CancellationToken stop)
    {
        var roles = folders.ToLookup(folder => IsNla(folder) ? SidecarFile.Read(folder, injection).Role : (NlaRole?)null);
        if (roles[null].ToList() is not [var target] || roles[NlaRole.Verbalizer].ToList() is not [var verbalizer]
            || roles[NlaRole.Reconstructor].ToList() is not [var reconstructor])
            return [];
        var (loaded, engine) = Look.AtValue(
            "target, verbalizer and reconstructor",
            () => Engine.Load(target, new NlaFolder(verbalizer, reconstructor), warmStart: null, compute, injection), BelongTogether);
        using (engine)
            return engine is null ? [loaded] : [loaded, .. Try(engine, target, stop)];
    }

    private static IReadOnlyList<Finding> Try(Engine engine, string target, CancellationToken stop)
    {
        var tokens = TranscriptTokenizer.Load(target).Tokenize(SampleConversation.Transcript).Tokens;
        int[] positions = [.. tokens.Where(token => token.Section?.IsResponse() == true).Select(token => token.Position)];
        var activations = engine.Target.Capture([new("sample", [.. tokens.Select(token => token.TokenId)], positions)], stop).Single();
        return SelfTest.Run(engine.Nla.Verbalizer, engine.Nla.Reconstructor, activations, isFamiliarText: !engine.Target.Card.IsOrganism, ResidencyChoice.Resident, stop);
    }

    private static string BelongTogether(Engine engine) => FormattableString.Invariant(
        $"belong together; {engine.Target.Layer + 1} of the target's {engine.Target.Card.Blocks} blocks are read; {engine.WeightBytes / BytesPerGigabyte:f2} GB of weights in all");

    private static bool IsNla(string folder) => File.Exists(Path.Combine(folder, Sidecar.FileName));

    private static string DescribeTarget(string folder, ComputeOptions compute)
    {
        var checkpoint = Checkpoint.Open(folder);
        using var whole = ResidentDecoder.Of(checkpoint, WeightNames.OfLanguageModel(checkpoint.Configuration), compute);
        return $"{Describe(checkpoint)}; weights all there, of the right shapes";
    }

    private static string Describe(Checkpoint checkpoint) =>
        $"{checkpoint.Configuration.ModelType}, {checkpoint.Configuration.Blocks} blocks of width {checkpoint.Configuration.HiddenSize}{Windows(checkpoint.Configuration)}, "
        + $"vocabulary {checkpoint.Configuration.VocabularySize}, context {checkpoint.Configuration.ContextLength}";

    private static string Windows(DecoderConfiguration configuration) =>
        Enumerable.Range(0, configuration.Blocks).Count(block => configuration.WindowOf(block) is not null) is > 0 and var sliding
            ? $" ({sliding} see a window of {configuration.SlidingWindow} tokens)"
            : "";
}
