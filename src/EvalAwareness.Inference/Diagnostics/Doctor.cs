using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>Looks at the machine and at checkpoints the way a run would, and says what it found.</summary>
public static class Doctor
{
    private const double BytesPerGigabyte = 1e9;

    /// <summary>LibTorch, the device with a checked computation, and memory.</summary>
    public static IReadOnlyList<Finding> ExamineMachine(string device, string type) =>
    [
        Look("LibTorch", () => $"{LibTorch.Version} from {LibTorch.Folder}, {LibTorch.Threads} threads, CUDA {(LibTorch.HasCuda ? "found" : "not found")}"),
        Look("device", () => DeviceCheck.Run(ComputeOptions.Parse(device, type))),
        Look("memory", () => $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / BytesPerGigabyte:f1} GB for this process"),
    ];

    /// <summary>Everything that is checked when a checkpoint is loaded, weights included.</summary>
    public static IReadOnlyList<Finding> ExamineCheckpoint(string folder, ComputeOptions compute) =>
        File.Exists(Path.Combine(folder, Sidecar.FileName)) ? ExamineNla(folder, compute) : [Look(folder, () => DescribeTarget(folder, compute))];

    private static Finding[] ExamineNla(string folder, ComputeOptions compute) =>
    [
        Look(folder, () => Describe(Checkpoint.Open(folder))),
        Look($"{folder}: sidecar against tokenizer and weights", () => DescribeNla(folder, compute)),
    ];

    private static string DescribeTarget(string folder, ComputeOptions compute)
    {
        var checkpoint = Checkpoint.Open(folder);
        using var loaded = LoadedDecoder.Load(checkpoint, WeightNames.OfLanguageModel(checkpoint.Configuration), compute);
        return Describe(checkpoint);
    }

    private static string Describe(Checkpoint checkpoint) =>
        $"{checkpoint.Configuration.ModelType}, {checkpoint.Configuration.Blocks} blocks of width {checkpoint.Configuration.HiddenSize}{Windows(checkpoint.Configuration)}, "
        + $"vocabulary {checkpoint.Configuration.VocabularySize}, context {checkpoint.Configuration.ContextLength}";

    private static string Windows(DecoderConfiguration configuration) =>
        Enumerable.Range(0, configuration.Blocks).Count(block => configuration.WindowOf(block) is not null) is > 0 and var sliding
            ? $" ({sliding} see a window of {configuration.SlidingWindow} tokens)"
            : "";

    private static string DescribeNla(string folder, ComputeOptions compute)
    {
        if (SidecarFile.Read(folder).Role == NlaRole.Verbalizer)
        {
            using var verbalizer = Verbalizer.Load(folder, compute);
            return $"verbalizer of block {verbalizer.Sidecar.Layer}, marker '{verbalizer.Sidecar.Marker}', injection at norm {verbalizer.Sidecar.InjectionScale}";
        }
        using var reconstructor = Reconstructor.Load(folder, compute);
        return $"reconstructor of block {reconstructor.Sidecar.Layer}, variance baseline {reconstructor.VarianceBaseline?.ToString("f4") ?? "not stated"}";
    }

    private static Finding Look(string subject, Func<string> examine)
    {
        try
        {
            return new Finding(subject, true, examine());
        }
        catch (Exception problem) when (problem is RefusedException or TorchException or DllNotFoundException)
        {
            return new Finding(subject, false, problem.Message);
        }
    }
}
