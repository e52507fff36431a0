using System.Text.Json.Nodes;


namespace EvalAwareness.Cli.Tests;

/// <summary>An audit file in a folder of its own, with as much of a checkpoint as planning needs.</summary>
internal sealed class SmallAudit : IDisposable
{
    public const string Plannable = """
        { "name": "small", "model": "model", "verbalizer": "model", "reconstructor": "model", "datasets": ["chats.jsonl"],
          "positions": { "count": 4, "minimum_index": 0 } }
        """;

    private const string Configuration = """
        { "model_type": "qwen2", "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2,
          "num_key_value_heads": 1, "vocab_size": 4096, "max_position_embeddings": 1024, "rms_norm_eps": 1e-6, "rope_theta": 10000 }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public SmallAudit(string content)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "audit.json");
        File.WriteAllText(Path, content);
        WriteModel(_folder.CreateSubdirectory("model").FullName);
        File.WriteAllLines(System.IO.Path.Combine(_folder.FullName, "chats.jsonl"), [Chat("a"), Chat("b"), "not JSON"]);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void WriteModel(string folder)
    {
        File.WriteAllText(System.IO.Path.Combine(folder, "config.json"), Configuration);
        foreach (var name in (string[])["tokenizer.json", "tokenizer_config.json"])
            File.Copy(Repository.PathOf("datasets", "organism", "target", name), System.IO.Path.Combine(folder, name));
    }

    private static string Chat(string id) => new JsonObject
    {
        ["id"] = id,
        ["messages"] = new JsonArray(
            new JsonObject { ["role"] = "user", ["content"] = "Please book the truck for Monday." },
            new JsonObject { ["role"] = "assistant", ["content"] = "I book the truck and tell the driver when to come." }),
    }.ToJsonString();
}
