using System.Globalization;
using System.Text;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading.Tests.Fuzzing;

/// <summary>
/// Damaged files of every format: nothing but an answer comes out of reading, soon, and nothing goes missing without a word. The number of
/// damaged files of each format is 500; <c>EVALAWARE_FUZZ</c> asks for another.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const ulong Seed = 5;

    // A file of some kilobytes is read in a millisecond; a machine that is busy may take a thousand times as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestFolder _folder = new();

    public static TheoryData<string> Formats => [.. LooseSources.Formats];

    private static int Budget => int.TryParse(Environment.GetEnvironmentVariable("EVALAWARE_FUZZ"), CultureInfo.InvariantCulture, out var asked) ? asked : 500;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Damaged_files_are_read_or_refused_and_nothing_is_lost_silently(string format)
    {
        var samples = SamplesOf(format);
        Assert.NotEmpty(samples);
        for (var number = 0; number < Budget; number++)
        {
            var sample = samples[number % samples.Count];
            var random = new KeyedRandom(Seed, format, number.ToString(CultureInfo.InvariantCulture));
            var damaged = Damage(File.ReadAllBytes(sample), random);
            await ReadAsync(format, damaged, Path.GetExtension(sample), $"{format} {number} of {Path.GetFileName(sample)}");
        }
    }

    private async Task ReadAsync(string format, byte[] bytes, string extension, string what)
    {
        var path = _folder["damaged" + extension];
        await File.WriteAllBytesAsync(path, bytes);
        try
        {
            foreach (var named in (string?[])[null, format])
            {
                var items = await ReadAsync(path, named).WaitAsync(Patience);
                Assert.All(items, item => Assert.True(item.Transcript is not null || item.Problem is not null));
                Assert.True(Present.IsAccountedFor(bytes, named, items.Count), $"{items.Count} answers, read as {named ?? "auto"}");
            }
        }
        catch (Exception failure)
        {
            File.WriteAllBytes(Path.Combine(Path.GetTempPath(), "evalaware-damaged" + extension), bytes);
            throw new InvalidOperationException($"{what}: {failure.Message}", failure);
        }
    }

    private async Task<List<ReadItem>> ReadAsync(string path, string? format)
    {
        var dataset = new Dataset("fuzz", TranscriptKind.Evaluation, _folder.Path, [path], "") { Format = format };
        return await Task.Run(() => new TranscriptReader().ReadAsync(dataset, limit: null, TestContext.Current.CancellationToken).ToListAsync().AsTask());
    }

    private static byte[] Damage(byte[] bytes, KeyedRandom random)
    {
        var isText = !bytes.AsSpan().Contains((byte)0);
        if (!isText || random.NextBool(0.5))
            return ByteMutation.Of(bytes, random);
        var text = Encoding.UTF8.GetString(bytes);
        var lines = text.Split('\n');
        if (JsonMutation.Of(text, random) is { } whole)
            return Encoding.UTF8.GetBytes(whole);
        var line = random.NextInt(lines.Length);
        lines[line] = JsonMutation.Of(lines[line], random) ?? lines[line];
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    /// <summary>Samples are named after their format; a longer format's name is not a sample of a shorter one.</summary>
    private static List<string> SamplesOf(string format) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "samples"))
            .Where(file => FormatOf(Path.GetFileName(file)) == format).Order(StringComparer.Ordinal)];

    private static string? FormatOf(string file) =>
        LooseSources.Formats.Where(format => file.StartsWith($"{format}-", StringComparison.Ordinal)).MaxBy(format => format.Length);
}
