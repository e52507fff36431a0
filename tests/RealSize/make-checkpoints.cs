#:project ../../src/EvalAwareness.Training/EvalAwareness.Training.csproj
#:property PublishAot=false

// Writes a target, a verbalizer and a reconstructor of a real model's shape with random weights:
//   dotnet run tests/RealSize/make-checkpoints.cs -- qwen2.5-7b FOLDER
// They take the memory and the time of the real ones. All they can say is one sentence between tags, so that it can be read back.
// See README.md beside this file.

using System.Text.Json.Nodes;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

var shapes = new Dictionary<string, Shape>
{
    ["qwen2.5-7b"] = new(Width: 3584, Mlp: 18944, Blocks: 28, Heads: 28, KeyValueHeads: 4, Vocabulary: 152064, Layer: 20, Tied: false),
    ["qwen2-0.4b"] = new(Width: 896, Mlp: 4864, Blocks: 24, Heads: 14, KeyValueHeads: 2, Vocabulary: 32768, Layer: 16, Tied: true),
};
if (args is not [var name, var root] || !shapes.TryGetValue(name, out var shape))
{
    Console.Error.WriteLine($"usage: make-checkpoints.cs -- {string.Join('|', shapes.Keys)} FOLDER");
    return 2;
}

var organism = Path.Combine(Path.GetDirectoryName(AppContext.GetData("EntryPointFilePath") as string)!, "../../datasets/organism");
var noise = Noise.Create(1 << 22);
var weights = Path.Combine(root, "weights");
var shards = new Dictionary<string, Dictionary<string, long[]>>
{
    ["embedding.safetensors"] = new() { ["model.embed_tokens.weight"] = [shape.Vocabulary, shape.Width] },
    ["ends.safetensors"] = shape.Ends(),
};
for (var block = 0; block < shape.Blocks; block++)
    shards[$"block-{block:00}.safetensors"] = shape.Block(block);
Directory.CreateDirectory(weights);
foreach (var (file, tensors) in shards)
{
    Write(Path.Combine(weights, file), tensors);
    Console.WriteLine(file);
}
if (!shape.Tied)
    TeachSentence();

var target = Folder("target", "target", shape.Blocks, [.. shards.Keys]);
var verbalizer = Folder("av", "av", shape.Blocks, [.. shards.Keys]);
var reconstructor = Folder("ar", "ar", shape.Layer + 1,
    [.. shards.Keys.Where(file => file != "ends.safetensors" && (file[0] == 'e' || int.Parse(file[6..8]) <= shape.Layer))]);
Write(Path.Combine(reconstructor, "value_head.safetensors"), new() { ["weight"] = [shape.Width, shape.Width] });
Console.WriteLine($"{target}\n{verbalizer}\n{reconstructor}");
return 0;

// Blocks add nothing to the residual stream, so a token is followed by those whose row of the head holds its embedding.
void TeachSentence()
{
    using var scope = TensorScope.Enter();
    int[] sentence = HuggingFaceTokenizer.Load(Path.Combine(organism, "av")).EncodeIds("\n<explanation>so it is</explanation><|im_end|>");
    var embedding = noise.Fill("model.embed_tokens.weight", [shape.Vocabulary, shape.Width]);
    var head = noise.Fill("lm_head.weight", [shape.Vocabulary, shape.Width]);
    foreach (var pairs in sentence.Zip(sentence.Skip(1)).GroupBy(pair => pair.Second, pair => pair.First))
        head.Select(0, pairs.Key).CopyFrom(pairs.Select(token => embedding.Select(0, token)).Aggregate((left, right) => left + right));
    SafetensorsWriter.Write(Path.Combine(weights, "ends.safetensors"), new Dictionary<string, Tensor>
    {
        ["model.norm.weight"] = noise.Fill("model.norm.weight", [shape.Width]),
        ["lm_head.weight"] = head,
    });
}

void Write(string path, Dictionary<string, long[]> tensors)
{
    using var scope = TensorScope.Enter();
    SafetensorsWriter.Write(path, tensors.ToDictionary(pair => pair.Key, pair => noise.Fill(pair.Key, pair.Value)));
}

// Weights are shared by links: on disk there is one model, in memory each folder is a model of its own.
string Folder(string folder, string like, int blocks, string[] files)
{
    var path = Path.Combine(root, folder);
    Directory.CreateDirectory(path);
    foreach (var file in (string[])["tokenizer.json", "tokenizer_config.json", "generation_config.json"])
        File.Copy(Path.Combine(organism, like, file), Path.Combine(path, file), overwrite: true);
    foreach (var file in files)
    {
        File.Delete(Path.Combine(path, file));
        File.CreateSymbolicLink(Path.Combine(path, file), Path.GetFullPath(Path.Combine(weights, file)));
    }
    File.WriteAllText(Path.Combine(path, "model.safetensors.index.json"), Index(files).ToJsonString());
    File.WriteAllText(Path.Combine(path, "config.json"), shape.Configuration(blocks).ToJsonString());
    if (like != "target")
        File.WriteAllText(Path.Combine(path, "nla_meta.yaml"), Sidecar(Path.Combine(organism, like, "nla_meta.yaml")));
    return path;
}

JsonObject Index(string[] files) => new()
{
    ["weight_map"] = new JsonObject(files.SelectMany(file => shards[file].Keys.Select(tensor => KeyValuePair.Create(tensor, (JsonNode?)file)))),
};

// The organism's marker and prompts, with this shape's width and layer.
string Sidecar(string like) => string.Concat(File.ReadAllLines(like).Select(line => line switch
{
    _ when line.StartsWith("d_model:", StringComparison.Ordinal) => $"d_model: {shape.Width}\n",
    _ when line.Contains("extraction_layer_index:", StringComparison.Ordinal) => $"{line[..line.IndexOf(':')]}: {shape.Layer}\n",
    _ when line.Contains("mse_scale:", StringComparison.Ordinal) => $"  mse_scale: sqrt_d_model\n",
    _ => line + "\n",
}));

/// <summary>A Qwen2 model's sizes.</summary>
internal sealed record Shape(int Width, int Mlp, int Blocks, int Heads, int KeyValueHeads, int Vocabulary, int Layer, bool Tied)
{
    public Dictionary<string, long[]> Block(int block)
    {
        long keys = (long)KeyValueHeads * Width / Heads;
        var prefix = $"model.layers.{block}.";
        return new()
        {
            [prefix + "input_layernorm.weight"] = [Width],
            [prefix + "self_attn.q_proj.weight"] = [Width, Width],
            [prefix + "self_attn.q_proj.bias"] = [Width],
            [prefix + "self_attn.k_proj.weight"] = [keys, Width],
            [prefix + "self_attn.k_proj.bias"] = [keys],
            [prefix + "self_attn.v_proj.weight"] = [keys, Width],
            [prefix + "self_attn.v_proj.bias"] = [keys],
            [prefix + "self_attn.o_proj.weight"] = [Width, Width],
            [prefix + "post_attention_layernorm.weight"] = [Width],
            [prefix + "mlp.gate_proj.weight"] = [Mlp, Width],
            [prefix + "mlp.up_proj.weight"] = [Mlp, Width],
            [prefix + "mlp.down_proj.weight"] = [Width, Mlp],
        };
    }

    /// <summary>What a reconstructor does not store.</summary>
    public Dictionary<string, long[]> Ends()
    {
        Dictionary<string, long[]> ends = new() { ["model.norm.weight"] = [Width] };
        if (!Tied)
            ends["lm_head.weight"] = [Vocabulary, Width];
        return ends;
    }

    public JsonObject Configuration(int blocks) => new()
    {
        ["architectures"] = new JsonArray("Qwen2ForCausalLM"),
        ["model_type"] = "qwen2",
        ["hidden_act"] = "silu",
        ["hidden_size"] = Width,
        ["intermediate_size"] = Mlp,
        ["num_hidden_layers"] = blocks,
        ["num_attention_heads"] = Heads,
        ["num_key_value_heads"] = KeyValueHeads,
        ["vocab_size"] = Vocabulary,
        ["max_position_embeddings"] = 32768,
        ["rms_norm_eps"] = 1e-6,
        ["rope_theta"] = 1_000_000,
        ["tie_word_embeddings"] = Tied,
        ["torch_dtype"] = "bfloat16",
        ["use_sliding_window"] = false,
    };
}

/// <summary>Normal numbers of deviation 0.02, drawn once and repeated from another place in every tensor: drawing billions anew would take an hour.</summary>
internal sealed class Noise(float[] values)
{
    public static Noise Create(int count)
    {
        var random = new KeyedRandom(1, "real size");
        return new Noise([.. Enumerable.Range(0, count).Select(_ => (float)(0.02 * random.NextGaussian()))]);
    }

    // What a block adds to the residual stream.
    private static readonly string[] Silent = ["o_proj.weight", "down_proj.weight"];

    /// <returns>bfloat16; the weights of norms are ones, and what a block adds is nothing.</returns>
    public Tensor Fill(string name, long[] shape)
    {
        var filled = new float[shape.Aggregate(1L, (product, size) => product * size)];
        if (name.EndsWith("norm.weight", StringComparison.Ordinal))
            Array.Fill(filled, 1);
        else if (!Silent.Any(ending => name.EndsWith(ending, StringComparison.Ordinal)))
            Repeat(filled, (int)(new KeyedRandom(1, name).NextUInt64() % (ulong)values.Length));
        using var scope = TensorScope.Enter();
        return scope.Return(Tensor.From(filled, shape).To(ScalarType.BFloat16));
    }

    private void Repeat(float[] filled, int from)
    {
        for (var at = 0; at < filled.Length;)
        {
            var count = Math.Min(values.Length - from, filled.Length - at);
            Array.Copy(values, from, filled, at, count);
            (at, from) = (at + count, 0);
        }
    }
}
