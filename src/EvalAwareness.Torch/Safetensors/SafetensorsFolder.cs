using System.Text.Json;

namespace EvalAwareness.Torch.Safetensors;

/// <summary>The weights of a Hugging Face folder: one <c>model.safetensors</c>, or shards named by <c>model.safetensors.index.json</c>.</summary>
public sealed class SafetensorsFolder : IDisposable
{
    private const string SingleFile = "model.safetensors";
    private const string IndexFile = "model.safetensors.index.json";

    private readonly Dictionary<string, SafetensorsFile> _files;
    private readonly Dictionary<string, SafetensorsFile> _fileOf;

    private SafetensorsFolder(string listing, Dictionary<string, SafetensorsFile> files, Dictionary<string, SafetensorsFile> fileOf)
    {
        Listing = listing;
        _files = files;
        _fileOf = fileOf;
    }

    /// <summary>The file that lists the tensors: the only one, or the index.</summary>
    public string Listing { get; }

    public IEnumerable<string> Names => _fileOf.Keys;

    /// <exception cref="SafetensorsException">A file is missing or malformed, or the index and the shards disagree.</exception>
    public static SafetensorsFolder Open(string folder)
    {
        var index = Path.Combine(folder, IndexFile);
        if (File.Exists(index))
            return OpenShards(index, ReadIndex(index));
        var path = Path.Combine(folder, SingleFile);
        var file = SafetensorsFile.Open(path);
        return new(path, new() { [SingleFile] = file }, file.Entries.Keys.ToDictionary(name => name, _ => file));
    }

    public TensorEntry Entry(string name) => _fileOf[name].Entries[name];

    public Tensor View(string name) => _fileOf[name].View(name);

    public void Dispose()
    {
        foreach (var file in _files.Values)
            file.Dispose();
    }

    private static SafetensorsFolder OpenShards(string index, Dictionary<string, string> shardOf)
    {
        var opened = new SafetensorsFolder(index, [], []);
        try
        {
            foreach (var (name, shard) in shardOf)
                opened.Place(name, shard);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    private void Place(string name, string shard)
    {
        var path = Path.Combine(Path.GetDirectoryName(Listing)!, shard);
        if (!File.Exists(path))
            throw new SafetensorsException(Listing, $"it places tensor '{name}' in {shard}, which does not exist");
        if (!_files.TryGetValue(shard, out var file))
            _files.Add(shard, file = SafetensorsFile.Open(path));
        if (!file.Entries.ContainsKey(name))
            throw new SafetensorsException(Listing, $"it places tensor '{name}' in {shard}, which does not hold it");
        _fileOf.Add(name, file);
    }

    private static Dictionary<string, string> ReadIndex(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.GetProperty("weight_map").EnumerateObject()
                .ToDictionary(property => property.Name, property => ShardName(path, property.Value.GetString()));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new SafetensorsException(path, $"it has no valid weight_map ({error.Message})");
        }
    }

    /// <summary>A shard must be a plain file name: an index may not lead out of its folder.</summary>
    private static string ShardName(string index, string? name) =>
        name is { Length: > 0 } && name == Path.GetFileName(name) && name != ".."
            ? name
            : throw new SafetensorsException(index, $"'{name}' is no plain file name");
}
