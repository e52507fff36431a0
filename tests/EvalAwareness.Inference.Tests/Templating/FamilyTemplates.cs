using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Tests.Tokenization;

namespace EvalAwareness.Inference.Tests.Templating;

/// <summary>Templates in the manner of the families, and the conversations they are tried on.</summary>
internal static class FamilyTemplates
{
    private static readonly string Fixtures = Path.Combine(Here(), "Fixtures", "Families");

    public static IReadOnlyList<IReadOnlyList<Message>> All { get; } = Conversations.Read(Path.Combine(Fixtures, "conversations.json"));

    public static JsonArray Renderings { get; } = JsonNode.Parse(File.ReadAllText(Path.Combine(Fixtures, "renderings.json")))!.AsArray();

    /// <summary>A folder with a family's template, and the tokenizer of another folder.</summary>
    public static TokenizerFolder WithTemplate(string template, string bos, string tokenizer = "")
    {
        var folder = new TokenizerFolder(configuration: configuration => configuration["bos_token"] = bos);
        folder.Write("chat_template.jinja", File.ReadAllText(Path.Combine(Fixtures, $"{template}.jinja")));
        if (tokenizer.Length > 0)
            folder.Write("tokenizer.json", File.ReadAllText(Path.Combine(TokenizerFolder.Fixtures, "Families", tokenizer, "tokenizer.json")));
        return folder;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
