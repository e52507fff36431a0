using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace EvalAwareness.Inference.Tests.Tokenization;

/// <summary>The tokenizer fixture, and copies of it in which a field was changed.</summary>
internal sealed class TokenizerFolder : IDisposable
{
    public static string Fixtures { get; } = System.IO.Path.Combine(Here(), "Fixtures");

    public string Path { get; } = Directory.CreateTempSubdirectory("tokenizer").FullName;

    /// <param name="tokenizer">Changes <c>tokenizer.json</c>.</param>
    /// <param name="configuration">Changes <c>tokenizer_config.json</c>.</param>
    public TokenizerFolder(Action<JsonObject>? tokenizer = null, Action<JsonObject>? configuration = null)
    {
        Copy("tokenizer.json", tokenizer);
        Copy("tokenizer_config.json", configuration);
    }

    public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Copy(string name, Action<JsonObject>? change)
    {
        var json = JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Fixtures, name)))!.AsObject();
        change?.Invoke(json);
        Write(name, json.ToJsonString());
    }

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
