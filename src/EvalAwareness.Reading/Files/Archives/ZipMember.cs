using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Reading.Files.Archives;

/// <summary>One file in a zip archive. Its name is a name only: nothing is ever unpacked to disk.</summary>
/// <param name="Name">Its name, as the archive has it.</param>
/// <param name="Checksum">CRC-32 of its bytes.</param>
/// <param name="Open">Gives its bytes, and what is to be closed behind them.</param>
internal sealed record ZipMember(string Name, uint Checksum, Func<(Stream Bytes, IDisposable Owner)> Open)
{
    /// <summary>Does what <paramref name="read"/> does with the one JSON value it holds.</summary>
    /// <exception cref="ItemException">It is damaged, or no JSON.</exception>
    public async Task<T> ReadAsync<T>(Func<JsonScanner, Task<T>> read, CancellationToken stop)
    {
        try
        {
            using var bytes = new MemberReader(this);
            var json = new JsonScanner(bytes.ReadAsync);
            var value = await read(json);
            await json.RequireEndAsync(stop);
            return value;
        }
        catch (JsonException broken)
        {
            throw new ItemException($"not JSON: {broken.Message}", broken);
        }
    }
}
