using System.IO.Compression;
using SharpCompress.Archives;
using SharpCompress.Readers.Zip;
using ZipArchive = SharpCompress.Archives.Zip.ZipArchive;

namespace EvalAwareness.Reading.Files.Archives;

/// <summary>The members of a zip archive, also of one that was cut off.</summary>
internal sealed class ZipMembers : IDisposable
{
    private readonly IDisposable? _archive;

    private ZipMembers(IReadOnlyList<ZipMember> all, IDisposable? archive = null)
    {
        All = all;
        _archive = archive;
    }

    /// <summary>In the order in which the archive has them; a name may stand there twice.</summary>
    public IReadOnlyList<ZipMember> All { get; }

    /// <summary>Why there may have been more; null where the archive's directory is whole.</summary>
    public string? Damage { get; private init; }

    public static ZipMembers Open(string path)
    {
        try
        {
            return Listed(path);
        }
        // A broken directory makes either library throw whatever its bytes led it to.
        catch (Exception broken) when (broken is not FileNotFoundException and not UnauthorizedAccessException)
        {
            return Salvaged(path, broken.Message);
        }
    }

    public void Dispose() => _archive?.Dispose();

    // .NET does not unpack Zstandard, and SharpCompress takes a directory that breaks off for one that ends: each does what the other cannot.
    private static ZipMembers Listed(string path)
    {
        using var directory = ZipFile.OpenRead(path);
        var archive = ZipArchive.OpenArchive(path);
        try
        {
            var entries = archive.Entries.ToList();
            if (entries.Count != directory.Entries.Count)
                throw new InvalidDataException($"{directory.Entries.Count} members are listed and {entries.Count} can be found");
            var members = directory.Entries.Zip(entries, (listed, packed) => new ZipMember(listed.FullName, listed.Crc32, () => Open(packed)));
            return new ZipMembers([.. members], archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static ZipMembers Salvaged(string path, string reason)
    {
        using var file = File.OpenRead(path);
        var members = LocalHeader.Of(file)
            .Select(header => new ZipMember(header.Name, header.Checksum, () => OpenAt(path, header.Offset))).ToList();
        return new ZipMembers(members)
        {
            Damage = $"the archive's directory is missing or broken ({reason.TrimEnd('.')}): only members found one after another from its beginning "
                + $"could be read, {members.Count} of them",
        };
    }

    private static (Stream, IDisposable) Open(IArchiveEntry entry)
    {
        var bytes = entry.OpenEntryStream();
        return (bytes, bytes);
    }

    private static (Stream, IDisposable) OpenAt(string path, long offset)
    {
        var file = File.OpenRead(path);
        try
        {
            file.Position = offset;
            var reader = ZipReader.OpenReader(file);
            reader.MoveToNextEntry();
            return (reader.OpenEntryStream(), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
