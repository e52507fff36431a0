using System.Text.Json;

namespace EvalAwareness.Torch.Safetensors;

/// <summary>The weights of a Hugging Face folder: one <c>model.safetensors</c>, or shards named by <c>model.safetensors.index.json</c>.</summary>
public sealed class SafetensorsFolder : IDisposable
{
    private const string SingleFile = "model.safetensors";
    private const string IndexFile = "model.safetensors.index.json";

    private readonly Dictionary<string, SafetensorsFile> _files;
    private readonly Dictionary<string, SafetensorsFile> _fileOf;

    private SafetensorsFolder(Dictionary<string, SafetensorsFile> files, Dictionary<string, SafetensorsFile> fileOf)
    {
        _files = files;
        _fileOf = fileOf;
    }

    public IEnumerable<string> Names => _fileOf.Keys;

    /// <exception cref="SafetensorsException">A file is missing or malformed, or the index and the shards disagree.</exception>
    public static SafetensorsFolder Open(string folder)
    {
        var index = Path.Combine(folder, IndexFile);
        if (File.Exists(index))
            return OpenShards(folder, ReadIndex(index));
        var file = SafetensorsFile.Open(Path.Combine(folder, SingleFile));
        return new(new() { [SingleFile] = file }, file.Entries.Keys.ToDictionary(name => name, _ => file));
    }

    public TensorEntry Entry(string name) => _fileOf[name].Entries[name];

    public Tensor View(string name) => _fileOf[name].View(name);

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private static SafetensorsFolder OpenShards(string folder, Dictionary<string, string> shardOf)
    {
        var files = shardOf.Values.Distinct().ToDictionary(shard => shard, shard => SafetensorsFile.Open(Path.Combine(folder, shard)));
        foreach (var (name, shard) in shardOf)
        {
            if (!files[shard].Entries.ContainsKey(name))
                throw new SafetensorsException(IndexFile, $"it places tensor '{name}' in {shard}, which does not hold it");
        }
        return new(files, shardOf.ToDictionary(pair => pair.Key, pair => files[pair.Value]));
    }

    private static Dictionary<string, string> ReadIndex(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty("weight_map").EnumerateObject()
                .ToDictionary(property => property.Name, property => ShardName(property.Value.GetString()));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new SafetensorsException(IndexFile, $"it has no valid weight_map ({error.Message})");
        }
    }

    /// <summary>A shard must be a plain file name: an index may not lead out of its folder.</summary>
    private static string ShardName(string? name) =>
        name is { Length: > 0 } && name == Path.GetFileName(name) && name != ".."
            ? name
            : throw new SafetensorsException(IndexFile, $"'{name}' is no plain file name");
}
