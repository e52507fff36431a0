using EvalAwareness.Core;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Activations;

/// <summary>
/// The usable rows of one split in an order of their own for every epoch: files shuffled, and rows within a file. What a step holds
/// depends on its number alone; one or two files are in memory at a time.
/// </summary>
internal sealed class StoredRows
{
    private const int FilesInMemory = 2;

    private readonly string _split;
    private readonly IReadOnlyList<StoredFile> _files;
    private readonly List<(StoredFile File, IReadOnlyList<StoredActivation> Rows)> _loaded = [];
    private int _epoch = -1;
    private List<StoredPlace> _order = [];

    private StoredRows(string split, IReadOnlyList<StoredFile> files)
    {
        _split = split;
        _files = files;
        Count = files.Sum(file => file.Usable.Count);
    }

    public int Count { get; }

    /// <param name="folder">Where the files lie.</param>
    /// <param name="split">Whose.</param>
    /// <param name="isUsable">Leaves rows out.</param>
    /// <exception cref="RefusedException">No row is usable.</exception>
    public static StoredRows Open(ActivationFolder folder, DataSplit split, Func<ActivationKey, bool> isUsable)
    {
        var files = folder.Files(split).Select(file => StoredFile.Open(file, isUsable)).ToList();
        var rows = new StoredRows(split.Name(), files);
        return rows.Count > 0 ? rows : throw new RefusedException(
            $"{folder.File(split, 0)}: the split {split.Name()} has no activation to train on; give more documents, or summaries of these.");
    }

    public IReadOnlyList<StoredActivation> At(int step, int count) =>
        [.. Enumerable.Range(0, count).Select(index => Row((long)step * count + index))];

    private StoredActivation Row(long index)
    {
        var epoch = (int)(index / Count);
        if (epoch != _epoch)
            (_epoch, _order) = (epoch, OrderOf(epoch));
        var place = _order[(int)(index % Count)];
        return Load(place.File)[place.Row];
    }

    private List<StoredPlace> OrderOf(int epoch)
    {
        var files = _files.ToArray();
        new KeyedRandom((ulong)epoch, "files", _split).Shuffle(files.AsSpan());
        return [.. files.SelectMany(file =>
        {
            var rows = file.Usable.ToArray();
            new KeyedRandom((ulong)epoch, "rows", _split, file.Name).Shuffle(rows.AsSpan());
            return rows.Select(row => new StoredPlace(file, row));
        })];
    }

    private IReadOnlyList<StoredActivation> Load(StoredFile file)
    {
        foreach (var (loaded, rows) in _loaded)
        {
            if (loaded == file)
                return rows;
        }
        if (_loaded.Count == FilesInMemory)
            _loaded.RemoveAt(0);
        _loaded.Add((file, file.Read()));
        return _loaded[^1].Rows;
    }

    private readonly record struct StoredPlace(StoredFile File, int Row);
}
