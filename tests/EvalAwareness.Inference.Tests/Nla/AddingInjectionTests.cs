using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Architectures;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Decoding;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Nla;

/// <summary>h + ‖h‖ · v / ‖v‖ at the marker, against the same put together by hand from the whole prompt at once.</summary>
public sealed class AddingInjectionTests : IDisposable
{
    private const int Block = 1;
    private const int Vectors = 12;

    // Float32 carries 24 bits; a few hundred accumulated terms of order one leave errors near 1e-6.
    private const double Tolerance = 1e-4;

    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Fact]
    public void Hidden_states_match_a_plain_float64_implementation()
    {
        using var nla = Adding(TinyArchitectures.Qwen2);
        var prompt = TinyNla.PromptIds(nla.Folder);
        var marker = Array.IndexOf(prompt, MarkerId(nla));
        var states = new ReferenceDecoder(nla.Checkpoint.Configuration, nla.Checkpoint.Weights)
            .HiddenStates(prompt, (block, hidden) => hidden[marker] = block == Block ? Add(hidden[marker], Vector(3)) : hidden[marker]);

        AssertClose([.. states[^1][marker..].SelectMany(row => row)], Injected(nla, [Vector(3)])[0]);
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void Every_family_reads_at_the_marker_what_stepping_through_its_blocks_gives(string family)
    {
        using var nla = Adding(TinyArchitectures.Named(family));
        // A batch that holds all kinds: none touches another.
        float[]?[] vectors = [Vector(1), null, Vector(2)];
        var injected = Injected(nla, vectors);

        for (var row = 0; row < vectors.Length; row++)
            AssertClose(Stepwise(nla, vectors[row]), injected[row]);
    }

    [Fact]
    public void How_long_a_vector_is_changes_nothing_and_where_it_points_does()
    {
        using var nla = Adding(TinyArchitectures.Qwen2);
        var read = Injected(nla, [Vector(1), [.. Vector(1).Select(value => 40 * value)], Vector(2)]);

        AssertClose([.. read[0].Select(value => (double)value)], read[1]);
        Assert.True(Distance(read[0], read[2]) > 0.1, "two directions are read alike");
    }

    [Fact]
    public void A_verbalizer_whose_sidecar_says_add_writes_what_the_steps_by_hand_do()
    {
        // Untied: with the embedding as its head a random model only repeats the last token of the prompt.
        using var nla = Adding(TinyArchitectures.Qwen3);
        using var verbalizer = Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32);
        Assert.Equal(Enumerable.Range(0, Vectors).Select(sample => FirstToken(nla, Stepwise(nla, Vector(sample)))), Greedy(verbalizer, tokens: 1));

        var added = Greedy(verbalizer, tokens: 8);
        Assert.True(added.Distinct().Count() > 1, "all vectors are put into the same words");
        nla.Edit("injection_mode: add\ninjection_layer: 1\n", "");
        using var replacing = Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32);
        Assert.NotEqual(added, Greedy(replacing, tokens: 8));
    }

    private static TinyNla Adding(DecoderConfiguration configuration)
    {
        var nla = new TinyNla(NlaRole.Verbalizer, configuration, blocks: 3);
        SidecarFile.Write(nla.Folder, SidecarFile.Read(nla.Folder) with { InjectionLayer = Block });
        return nla;
    }

    /// <summary>Output of the last block from the marker on, one array for each vector, behind a prefix that is computed once.</summary>
    private static List<float[]> Injected(TinyNla nla, IReadOnlyList<float[]?> vectors)
    {
        using var scope = TensorScope.Enter();
        using var loaded = Load(nla);
        var prompt = TinyNla.PromptIds(nla.Folder);
        var marker = Array.IndexOf(prompt, MarkerId(nla));
        using var prefix = NewCache(loaded.Decoder, 1, marker);
        loaded.Decoder.Forward(Embed(loaded.Decoder, prompt[..marker]), prefix);
        using var cache = NewCache(loaded.Decoder, vectors.Count, prompt.Length);
        cache.Broadcast(prefix);
        var suffix = Embed(loaded.Decoder, prompt[(marker + 1)..]).Expand(vectors.Count, prompt.Length - marker - 1, TinyCheckpoint.Width);
        var own = Embed(loaded.Decoder, [prompt[marker]]).ToArray<float>();
        var hidden = new AddingInjection(Block).Forward(loaded.Decoder, own, suffix, vectors, cache);

        Assert.Equal(prompt.Length, cache.Length);
        return [.. hidden.ToArray<float>().Chunk((prompt.Length - marker) * TinyCheckpoint.Width)];
    }

    /// <summary>The same without cache, prefix or batch, the addition in float64.</summary>
    private static double[] Stepwise(TinyNla nla, float[]? vector)
    {
        using var scope = TensorScope.Enter();
        using var loaded = Load(nla);
        var prompt = TinyNla.PromptIds(nla.Folder);
        var marker = Array.IndexOf(prompt, MarkerId(nla));
        var rows = loaded.Decoder.Forward(Embed(loaded.Decoder, prompt), blocks: ..(Block + 1)).ToArray<float>().Chunk(TinyCheckpoint.Width).ToArray();
        if (vector is not null)
            rows[marker] = [.. Add([.. rows[marker].Select(value => (double)value)], vector).Select(value => (float)value)];
        var changed = Tensor.From(rows.SelectMany(row => row).ToArray(), [1, prompt.Length, TinyCheckpoint.Width]);
        var hidden = loaded.Decoder.Forward(changed, blocks: (Block + 1)..).ToArray<float>();
        return [.. hidden.Skip(marker * TinyCheckpoint.Width).Select(value => (double)value)];
    }

    private static double[] Add(double[] hidden, float[] vector)
    {
        var share = Norm(hidden) / Norm([.. vector.Select(value => (double)value)]);
        return [.. hidden.Zip(vector, (own, added) => own + share * added)];
    }

    private static double Norm(double[] row) => Math.Sqrt(row.Sum(value => value * value));

    private static string FirstToken(TinyNla nla, double[] hidden)
    {
        using var scope = TensorScope.Enter();
        using var loaded = Load(nla);
        var last = Tensor.From(hidden.TakeLast(TinyCheckpoint.Width).Select(value => (float)value).ToArray(), [1, TinyCheckpoint.Width]);
        return HuggingFaceTokenizer.Load(nla.Folder).Decode([(int)loaded.Decoder.Logits(last).ArgMax(-1).ToArray<long>()[0]]);
    }

    private static List<string> Greedy(Verbalizer verbalizer, int tokens) =>
        [.. verbalizer.Explain(
            [.. Enumerable.Range(0, Vectors).Select(sample => new VerbalizationRequest(new(1, "t", "baseline", 60, sample), Vector(sample)))],
            new() { Temperature = 0, MaxNewTokens = tokens }, CancellationToken.None).Select(explanation => explanation.RawResponse)];

    private static LoadedDecoder Load(TinyNla nla) =>
        LoadedDecoder.Load(Checkpoint.Open(nla.Folder), WeightNames.OfLanguageModel(nla.Checkpoint.Configuration), TinyCheckpoint.Float32);

    private static KeyValueCache NewCache(Decoder decoder, int batch, int capacity) =>
        new(decoder.Configuration, batch, capacity, decoder.Type, decoder.Device);

    private static Tensor Embed(Decoder decoder, int[] ids) => decoder.Embed(PaddedTokens.Create([ids], decoder.Device));

    private static int MarkerId(TinyNla nla) => SidecarFile.Read(nla.Folder).MarkerId;

    private static float[] Vector(int seed) => [.. Enumerable.Range(0, TinyCheckpoint.Width).Select(index => MathF.Sin(1.3f * index * (seed + 1) + seed))];

    private static double Distance(float[] left, float[] right) => left.Zip(right, (a, b) => Math.Abs((double)a - b)).Max();

    private static void AssertClose(double[] expected, float[] actual)
    {
        var scale = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        for (var index = 0; index < actual.Length; index++)
            Assert.Equal(expected[index], actual[index], Tolerance * scale);
    }
}
