using System.Text;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Parity;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>A copy of a pair in which files can be exchanged. Its halves are opened and used as a run does it.</summary>
internal sealed class HostilePair : IDisposable
{
    /// <summary>Stands in for what <c>tokenizer_config.json</c> says.</summary>
    public const string Template = "chat_template.jinja";

    /// <summary>Stands before the one file of weights.</summary>
    public const string Index = "model.safetensors.index.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("hostile").FullName;
    private readonly float[] _activation;

    public HostilePair(string name)
    {
        using var pair = new ParityPair(name);
        _activation = pair.Activations[0];
        Copy(pair.Verbalizer, VerbalizerFolder);
        Copy(pair.Reconstructor, ReconstructorFolder);
    }

    public string VerbalizerFolder => Path.Combine(_folder, "av");

    public string ReconstructorFolder => Path.Combine(_folder, "ar");

    public void UseVerbalizer()
    {
        using var verbalizer = Verbalizer.Load(VerbalizerFolder, TinyCheckpoint.Float32);
        verbalizer.Explain([new(new(1, "t", "baseline", 60, 0), _activation)], new() { MaxNewTokens = 2 }, CancellationToken.None);
    }

    public void UseReconstructor()
    {
        using var reconstructor = Reconstructor.Load(ReconstructorFolder, TinyCheckpoint.Float32);
        reconstructor.Score(["It is a test."], [_activation], CancellationToken.None);
    }

    /// <summary>The verbalizer's folder as a model under audit, whose sidecar plays no part.</summary>
    public void UseTarget()
    {
        var checkpoint = Checkpoint.Open(VerbalizerFolder);
        using var target = TargetModel.Load(checkpoint, layer: 1, TinyCheckpoint.Float32, trainedOn: null);
        var tokens = Tokenize(TranscriptTokenizer.Load(VerbalizerFolder));
        // A plan keeps transcripts of more tokens, or none, out of a run.
        if (tokens.Length > 0 && tokens.Length <= checkpoint.Configuration.ContextLength)
            target.Capture([new("t", tokens, [tokens.Length - 1])], CancellationToken.None);
    }

    /// <summary>Puts a mutated file in the place of another, and takes it away again.</summary>
    public static void With(string path, Func<byte[], byte[]> mutate, Action<byte[]> use)
    {
        var (existing, original) = (File.Exists(path), Original(path));
        var mutated = mutate(original);
        File.WriteAllBytes(path, mutated);
        use(mutated);
        if (existing)
            File.WriteAllBytes(path, original);
        else
            File.Delete(path);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int[] Tokenize(TranscriptTokenizer tokenizer)
    {
        try
        {
            var transcript = new Transcript("t", "d", TranscriptKind.Evaluation, [new(Role.User, "It is a test."), new(Role.Assistant, "It is.")], "");
            return [.. tokenizer.Tokenize(transcript).Tokens.Select(token => token.TokenId)];
        }
        catch (ItemException)
        {
            // One transcript's failure, which a run counts.
            return [];
        }
    }

    private static byte[] Original(string path) => Path.GetFileName(path) switch
    {
        Template => Encoding.UTF8.GetBytes((string)JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "tokenizer_config.json")))!["chat_template"]!),
        Index => Encoding.UTF8.GetBytes(IndexOf(Path.Combine(Path.GetDirectoryName(path)!, "model.safetensors")).ToJsonString()),
        _ => File.ReadAllBytes(path),
    };

    private static JsonObject IndexOf(string weights)
    {
        using var file = SafetensorsFile.Open(weights);
        var shards = file.Entries.Keys.Select(name => KeyValuePair.Create(name, (JsonNode?)Path.GetFileName(weights)));
        return new() { ["metadata"] = new JsonObject { ["total_size"] = 1 }, ["weight_map"] = new JsonObject(shards) };
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
