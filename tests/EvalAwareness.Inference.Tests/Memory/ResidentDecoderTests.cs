using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Inference.Tests.Architectures;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Memory;

/// <summary>Of a target only what is read is loaded, and all of it is accounted for.</summary>
public sealed class ResidentDecoderTests : IDisposable
{
    private const int Read = 2;

    private readonly TinyCheckpoint _checkpoint = new(TinyArchitectures.Gemma3 with { TiedEmbeddings = false });
    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose()
    {
        _off.Dispose();
        _checkpoint.Dispose();
    }

    [Fact]
    public void Only_the_embedding_and_the_blocks_up_to_the_one_that_is_read_take_memory()
    {
        using var decoder = ResidentDecoder.OfFirstBlocks(Checkpoint.Open(_checkpoint.Folder), Read, TinyCheckpoint.Float32);
        var before = Tensor.LiveCount;
        _ = decoder.Value;

        var read = _checkpoint.Weights.Where(weight => weight.Key == WeightNames.Embedding || IsRead(weight.Key)).ToList();
        Assert.Equal(read.Count, Tensor.LiveCount - before);
        Assert.Equal(4 * read.Sum(weight => weight.Value.Length), decoder.Bytes);
        Assert.True(read.Count < _checkpoint.Weights.Count - 2, "nothing was left out");
    }

    [Fact]
    public void Fewer_blocks_compute_what_the_same_blocks_of_the_whole_do()
    {
        using var scope = TensorScope.Enter();
        var opened = Checkpoint.Open(_checkpoint.Folder);
        using var part = ResidentDecoder.OfFirstBlocks(opened, Read, TinyCheckpoint.Float32);
        using var whole = LoadedDecoder.Load(opened, WeightNames.OfLanguageModel(opened.Configuration), TinyCheckpoint.Float32);
        var tokens = PaddedTokens.Create([[5, 17, 99, 3, 250, 17, 8, 42, 7]], Device.Cpu);

        Assert.Equal(
            whole.Decoder.Forward(whole.Decoder.Embed(tokens), blocks: ..Read).ToArray<float>(),
            part.Value.Forward(part.Value.Embed(tokens)).ToArray<float>());
    }

    [Theory]
    [InlineData("model.layers.2.mlp.up_proj.weight")]
    [InlineData("model.norm.weight")]
    [InlineData("lm_head.weight")]
    public void What_is_not_loaded_must_be_there_all_the_same(string missing)
    {
        _checkpoint.WriteWeights(_checkpoint.Weights.Keys.Where(name => name != missing));
        Assert.Contains($"missing tensor {missing}", Refusal());
    }

    [Fact]
    public void What_is_left_over_is_named_wherever_it_stands()
    {
        ConfigurationFile.Write(_checkpoint.Folder, _checkpoint.Configuration with { Blocks = 2 });
        Assert.Contains("left-over tensor model.layers.2.mlp.up_proj.weight", Refusal());
    }

    private static bool IsRead(string name) =>
        Enumerable.Range(0, Read).Any(block => name.StartsWith(WeightNames.Block(block), StringComparison.Ordinal));

    private string Refusal() => Assert.Throws<RefusedException>(
        () => TargetModel.Load(Checkpoint.Open(_checkpoint.Folder), layer: Read - 1, TinyCheckpoint.Float32, trainedOn: null).Dispose()).Message;
}
