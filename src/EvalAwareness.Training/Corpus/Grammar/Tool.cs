using System.Buffers;
using System.Text;
using System.Text.Json;
using EvalAwareness.Reading.Writing;

namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>A tool the assistant may call, with its arguments and what it may answer.</summary>
internal sealed record Tool(string Name, IReadOnlyList<(string Name, Template Value)> Arguments, IReadOnlyList<Template> Results)
{
    /// <summary>Every "tool: name(argument=value, …)" of the block, with the "result:" lines that follow it.</summary>
    public static IReadOnlyList<Tool> ReadAll(GrammarBlock block, Lexicon lexicon)
    {
        var tools = new List<Tool>();
        var results = new List<Template>();
        foreach (var (key, text) in block.Lines)
        {
            if (key == "tool")
                tools.Add(Parse(text, results = [], lexicon));
            else if (key == "result")
                results.Add(Template.Parse(text.Replace(" | ", "\n"), lexicon));
        }
        return tools;
    }

    /// <summary>The arguments as JSON text; whole numbers are written as numbers.</summary>
    public string Call(Cast cast)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, TranscriptJson.Plain))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Arguments)
                WriteArgument(json, name, value.Fill(cast));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteArgument(Utf8JsonWriter json, string name, string value)
    {
        if (int.TryParse(value, out var number))
            json.WriteNumber(name, number);
        else
            json.WriteString(name, value);
    }

    private static Tool Parse(string text, IReadOnlyList<Template> results, Lexicon lexicon)
    {
        var open = text.IndexOf('(');
        var arguments = text[(open + 1)..^1].Split(", ").Select(argument => argument.Split('=', 2));
        return new Tool(text[..open], [.. arguments.Select(pair => (pair[0], Template.Parse(pair[1], lexicon)))], results);
    }
}
