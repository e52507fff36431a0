using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Nla;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Memory;

public sealed class ResidencyTests
{
    private const long Gigabyte = 1_000_000_000;

    [Fact]
    public void A_verbalizer_that_made_room_writes_the_same_again()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        using var verbalizer = Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32);
        VerbalizationRequest[] requests =
            [new(new SampleKey(1, "t", "baseline", 7, 0), [.. Enumerable.Range(0, TinyCheckpoint.Width).Select(index => MathF.Sin(index))])];
        var before = verbalizer.Explain(requests, new() { MaxNewTokens = 8 }, CancellationToken.None);

        verbalizer.Release();

        Assert.Equal(before, verbalizer.Explain(requests, new() { MaxNewTokens = 8 }, CancellationToken.None));
    }

    [Fact]
    public void A_reconstructor_that_made_room_reads_the_same_again()
    {
        using var nla = new TinyNla(NlaRole.Reconstructor);
        using var reconstructor = Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32);
        var before = reconstructor.Reconstruct(["a b c"], CancellationToken.None);

        reconstructor.Release();

        Assert.Equal(before, reconstructor.Reconstruct(["a b c"], CancellationToken.None));
    }

    [Fact]
    public void A_target_that_is_first_loaded_in_the_middle_of_its_work_reads_the_same_ever_after()
    {
        using var folder = new TinyCheckpoint();
        using var target = TargetModel.Load(Checkpoint.Open(folder.Folder), layer: 1, TinyCheckpoint.Float32, trainedOn: null);
        CaptureRequest[] requests = [new("t", [1, 2, 3, 4], [1, 3])];
        var first = target.Capture(requests, CancellationToken.None)[0].Select(read => read.Vector).ToList();
        var again = target.Capture(requests, CancellationToken.None)[0].Select(read => read.Vector).ToList();

        target.Release();

        Assert.Equal(first, again);
        Assert.Equal(first, target.Capture(requests, CancellationToken.None)[0].Select(read => read.Vector));
    }

    [Theory]
    [InlineData(41, 139, Residency.Resident)]
    [InlineData(41, 24, Residency.Sequential)]
    [InlineData(15, 20, Residency.Resident)]
    [InlineData(16, 20, Residency.Sequential)]
    public void Models_take_turns_where_three_quarters_of_the_free_memory_do_not_hold_them(int weights, int free, Residency expected)
    {
        var choice = ResidencyChooser.Choose(weights * Gigabyte, free * Gigabyte);

        Assert.Equal(expected, choice.Residency);
        Assert.Equal($"{weights}.0 GB of weights, {free}.0 GB of memory free", choice.Reason);
    }

    [Fact]
    public void What_a_gpu_has_free_counts_like_the_machines_memory() =>
        Assert.Equal(Residency.Resident, ResidencyChooser.ChooseFor(41 * Gigabyte, Device.Parse("cuda:1"), () => 79 * Gigabyte).Residency);

    [Fact]
    public void Models_take_turns_on_a_gpu_that_cannot_be_asked_and_the_reason_is_told()
    {
        var choice = ResidencyChooser.ChooseFor(Gigabyte, Device.Parse("cuda:1"), () => throw new TorchException("no driver"));

        Assert.Equal(Residency.Sequential, choice.Residency);
        Assert.Equal("what is free on cuda:1 cannot be asked (no driver); 'residency: resident' keeps all loaded", choice.Reason);
    }

    [Fact]
    public void Weights_count_in_the_type_they_are_computed_in()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        using var single = Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32);
        using var half = Verbalizer.Load(nla.Folder, new ComputeOptions(Device.Cpu, ScalarType.BFloat16));

        Assert.Equal(4 * nla.Checkpoint.Weights.Sum(weight => weight.Value.Length), single.WeightBytes);
        Assert.Equal(single.WeightBytes, 2 * half.WeightBytes);
    }

    [Fact]
    public void Free_memory_is_what_the_system_calls_available() =>
        Assert.Equal(2048, FreeMemory.Available(["MemTotal:  9 kB", "MemAvailable:          2 kB"]));
}
