using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Datasets;

/// <summary>Opens the datasets of an audit: reads their cards and hashes their files.</summary>
public static class DatasetCatalog
{
    /// <exception cref="RefusedException">A card is none, or its file is missing or has another hash; lists every
    /// problem.</exception>
    public static async Task<IReadOnlyList<Dataset>> OpenAsync(IReadOnlyList<DatasetSource> sources, CancellationToken stop)
    {
        var datasets = new List<Dataset>();
        var problems = new List<string>();
        foreach (var source in sources)
        {
            try
            {
                datasets.Add(source.IsCard ? await OpenCardAsync(source.Path, stop) : await OpenLooseAsync(source, stop));
            }
            catch (RefusedException refused)
            {
                problems.AddRange(refused.Problems);
            }
        }
        foreach (var twice in datasets.CountBy(dataset => dataset.Name).Where(name => name.Value > 1))
            problems.Add($"datasets: {twice.Value} of them are called {twice.Key}; each needs a name of its own");
        return problems.Count == 0 ? datasets : throw new RefusedException(problems);
    }

    private static async Task<Dataset> OpenLooseAsync(DatasetSource source, CancellationToken stop)
    {
        var files = SourceFiles.Of(source.Path);
        return files.Count == 0
            ? throw new RefusedException($"{source.Path}: no file there")
            : new Dataset(source.Name, source.Kind, SourceFiles.RootOf(source.Path), files, await HashAsync(files, stop)) { Format = source.Format, Evaluation = source.Evaluation };
    }

    private static async Task<Dataset> OpenCardAsync(string path, CancellationToken stop)
    {
        var card = await DatasetCard.ReadAsync(path, stop);
        if (TranscriptKinds.Parse(card.Kind) is not { } kind)
            throw new RefusedException($"{path}: kind: found \"{card.Kind}\"; legal is evaluation or deployment");
        if (card.Format != DatasetCard.JsonLines)
            throw new RefusedException($"{path}: format: found \"{card.Format}\"; legal is {DatasetCard.JsonLines}");
        var file = Path.GetFullPath(card.File, Path.GetDirectoryName(path)!);
        if (!File.Exists(file))
            throw new RefusedException($"{path}: file: {file} does not exist");
        var hash = await HashAsync(file, stop);
        return hash == card.Sha256
            ? new Dataset(card.Name, kind, Path.GetDirectoryName(file)!, [file], hash) { Evaluation = card.Evaluation }
            : throw new RefusedException($"{path}: sha256: the card says {card.Sha256} but {card.File} has {hash}");
    }

    // Of several files the list of names and hashes is hashed, so that none can be renamed, exchanged or left out unseen.
    private static async Task<string> HashAsync(IReadOnlyList<string> files, CancellationToken stop)
    {
        if (files is [var only])
            return await HashAsync(only, stop);
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            all.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(file)} {await HashAsync(file, stop)}\n"));
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static async Task<string> HashAsync(string path, CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }
}
