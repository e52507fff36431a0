namespace EvalAwareness.Reading.Files;

/// <summary>A file to be read, with what its beginning shows.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Name">How messages and rows call it: relative to its dataset.</param>
/// <param name="Head">What its beginning shows.</param>
internal sealed record SourceFile(string Path, string Name, FileHead Head)
{
    public static SourceFile Open(string path, string name) => new(path, name, FileHead.Read(path));

    /// <summary>The JSON values of the file, each an item: lines, items of the array, or the one object.</summary>
    public IAsyncEnumerable<SourceItem> ItemsAsync(CancellationToken stop) => Head.Shape switch
    {
        FileShape.JsonArray => JsonArrayItems.ReadAsync(Path, stop),
        FileShape.JsonObject => WholeAsync(stop),
        _ => JsonLines.ReadAsync(Path, stop),
    };

    /// <summary>The whole file as one item.</summary>
    public IAsyncEnumerable<SourceItem> WholeAsync(CancellationToken stop) => WholeJson.ReadAsync(Path, stop);
}
