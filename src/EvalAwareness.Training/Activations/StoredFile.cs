namespace EvalAwareness.Training.Activations;

/// <summary>One activation file and which of its rows are used.</summary>
internal sealed class StoredFile(string path, IReadOnlyList<int> usable)
{
    public string Name => Path.GetFileName(path);

    /// <summary>Indices of rows, ascending.</summary>
    public IReadOnlyList<int> Usable => usable;

    public static StoredFile Open(string path, Func<ActivationKey, bool> isUsable)
    {
        var keys = ActivationFile.ReadKeysAsync(path, CancellationToken.None).GetAwaiter().GetResult();
        return new StoredFile(path, [.. Enumerable.Range(0, keys.Count).Where(row => isUsable(keys[row]))]);
    }

    /// <summary>All rows, used or not.</summary>
    public IReadOnlyList<StoredActivation> Read() => ActivationFile.ReadAsync(path, CancellationToken.None).GetAwaiter().GetResult();
}
