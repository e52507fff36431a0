using System.Text.Json.Nodes;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Reads the <c>datasets</c> list: paths of cards or transcript files, or sections with path, kind and name.</summary>
internal sealed class DatasetSourceReader(SettingsSection root, string folder)
{
    private const string Key = "datasets";
    private const string Legal = "a list with at least one path, or {\"path\", \"kind\", \"name\"}";

    public IReadOnlyList<DatasetSource> Read()
    {
        var items = root.List(Key, Legal);
        if (!root.Has(Key) || items is { Count: 0 })
            root.Refuse(Key, items, Legal);
        var sources = (items ?? []).Select(ReadOne).OfType<DatasetSource>().ToList();
        var names = sources.Where(source => !source.IsCard).CountBy(source => source.Name);
        foreach (var (name, _) in names.Where(name => name.Value > 1))
            root.Refuse(Key, name, "a name of its own for each dataset");
        return sources;
    }

    private DatasetSource? ReadOne(JsonNode? item, int index)
    {
        if (item is JsonObject section)
            return ReadSection(root.Item(Key, index, section));
        if (item is JsonValue value && value.TryGetValue<string>(out var path))
            return Existing(root, $"{Key}[{index}]", path) is { } file ? DatasetSource.Loose(file) : null;
        root.Refuse($"{Key}[{index}]", item, "a path, or {\"path\", \"kind\", \"name\"}");
        return null;
    }

    private DatasetSource? ReadSection(SettingsSection section)
    {
        var path = section.Text("path");
        var kind = section.Choice("kind", TranscriptKind.Evaluation);
        var name = section.Text("name");
        section.RefuseUnknown();
        if (!section.Has("path"))
            section.Refuse("path", null, "the path of a file of transcripts");
        return path is null || Existing(section, "path", path) is not { } file
            ? null
            : DatasetSource.Loose(file) with { Kind = kind, Name = name ?? Path.GetFileNameWithoutExtension(file) };
    }

    private string? Existing(SettingsSection section, string key, string path)
    {
        var file = Path.GetFullPath(path, folder);
        if (File.Exists(file))
            return file;
        section.Refuse(key, path, $"an existing file ({file} does not exist)");
        return null;
    }
}
