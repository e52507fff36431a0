using System.Text.Json.Nodes;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Reads the <c>datasets</c> list: paths of cards, files, folders or globs, or sections with path, kind, name, format and evaluation.</summary>
internal sealed class DatasetSourceReader(SettingsSection root, string folder)
{
    private const string Key = "datasets";
    private const string Automatic = "auto";
    private const string LegalItem = "a path, or {\"path\", \"kind\", \"name\", \"format\", \"evaluation\"}";
    private const string Legal = "a list with at least one path, or {\"path\", \"kind\", \"name\", \"format\", \"evaluation\"}";

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
            return Existing(root, $"{Key}[{index}]", path) is { } found ? DatasetSource.Loose(found) : null;
        root.Refuse($"{Key}[{index}]", item, LegalItem);
        return null;
    }

    private DatasetSource? ReadSection(SettingsSection section)
    {
        var path = section.Text("path");
        var kind = section.Choice("kind", TranscriptKind.Evaluation);
        var name = section.Text("name");
        var format = section.Choice("format", Automatic, [Automatic, .. LooseSources.Formats]);
        var evaluation = section.Text("evaluation");
        section.RefuseUnknown();
        if (!section.Has("path"))
            section.Refuse("path", null, "the path of transcripts: a file, a folder or a glob");
        if (path is null || Existing(section, "path", path) is not { } found)
            return null;
        var source = DatasetSource.Loose(found);
        return source with { Kind = kind, Name = name ?? source.Name, Format = format == Automatic ? null : format, Evaluation = evaluation };
    }

    private string? Existing(SettingsSection section, string key, string path)
    {
        var found = Path.GetFullPath(path, folder);
        if (SourceFiles.Exist(found))
            return found;
        section.Refuse(key, path, $"an existing file, folder or glob ({found} does not exist)");
        return null;
    }
}
