using System.IO.Compression;
using System.Text;

namespace EvalAwareness.Reading.Tests.Formats.Inspect;

/// <summary>Archives of logs, whole and spoiled.</summary>
internal static class Archives
{
    public const string Start = $$"""{"version":2,"eval":{{Logs.Eval}},"plan":{} } """;

    public const string Header = $$"""{"version":2,"status":"success","eval":{{Logs.Eval}},"results":{"value":NaN} } """;

    /// <summary>Bytes of an archive of these members, in this order.</summary>
    public static byte[] Of(params IEnumerable<(string Name, string Text)> members)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in members)
            {
                using var member = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Changes a byte in both headers of the first member.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="at">Where the byte stands in the header before the member; in the directory it stands two bytes further.</param>
    /// <param name="mask">The bits to be turned.</param>
    public static byte[] Turned(this byte[] archive, int at, byte mask)
    {
        archive[at] ^= mask;
        archive[archive.AsSpan().IndexOf("PK\u0001\u0002"u8) + at + 2] ^= mask;
        return archive;
    }

    public static async Task<List<ReadItem>> ReadAsync(this TestFolder folder, byte[] archive)
    {
        await File.WriteAllBytesAsync(folder["log.eval"], archive, TestContext.Current.CancellationToken);
        return await FileReading.ReadAsync(folder["log.eval"]);
    }
}
