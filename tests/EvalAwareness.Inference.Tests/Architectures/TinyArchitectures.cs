using EvalAwareness.Inference.Architectures;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Architectures;

/// <summary>Every family small enough for a test, with numbers chosen so that none could stand for another.</summary>
internal static class TinyArchitectures
{
    public const int Window = 4;

    public static readonly DecoderConfiguration Qwen2 = new()
    {
        ModelType = "qwen2",
        HiddenSize = TinyCheckpoint.Width,
        IntermediateSize = 24,
        Blocks = 2,
        Heads = 4,
        KeyValueHeads = 2,
        VocabularySize = 600,
        ContextLength = 128,
        TiedEmbeddings = true,
        StoredType = ScalarType.Float32,
    };

    public static readonly DecoderConfiguration Qwen3 = Qwen2 with { ModelType = "qwen3", HeadSize = 6, TiedEmbeddings = false };

    public static readonly DecoderConfiguration Llama = Qwen2 with
    {
        ModelType = "llama",
        HeadSize = 8,
        Rotary = new(500_000, new Llama3Scaling(Factor: 8, LowTurns: 1, HighTurns: 4, OriginalContext: 64)),
    };

    public static readonly DecoderConfiguration Gemma3 = Qwen2 with
    {
        ModelType = "gemma3_text",
        Blocks = 3,
        HeadSize = 10,
        QueryScalar = 7,
        Rotary = new(1_000_000, new LinearScaling(8)),
        LocalRotary = new(10_000),
        SlidingWindow = Window,
        SlidingBlocks = [true, false, true],
    };

    public static TheoryData<string> Names() => ["qwen2", "qwen3", "llama", "gemma3_text"];

    public static DecoderConfiguration Named(string modelType) =>
        new[] { Qwen2, Qwen3, Llama, Gemma3 }.Single(configuration => configuration.ModelType == modelType);
}
