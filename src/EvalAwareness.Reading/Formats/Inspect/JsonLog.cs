using System.Runtime.CompilerServices;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>A log that is one JSON object, with its samples in a list.</summary>
internal static class JsonLog
{
    public static async IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        var head = await HeadAsync(file.Path, stop);
        var count = 0;
        await foreach (var sample in SamplesAsync(file.Path, stop).UpToSyntaxErrorAsync("the log"))
        {
            count++;
            yield return SampleReader.Read(sample, head);
        }
        if (head.Shortfall(count) is { } shortfall)
            yield return SampleReader.Failure("samples", shortfall);
    }

    private static async Task<EvalHead> HeadAsync(string path, CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        return await EvalHead.ReadAsync(new JsonScanner(stream), stop);
    }

    private static async IAsyncEnumerable<SourceItem> SamplesAsync(string path, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        var log = new JsonScanner(stream);
        var number = 0;
        await foreach (var name in log.MembersAsync(stop))
        {
            if (name != "samples")
            {
                await log.SkipAsync(stop);
                continue;
            }
            if (await log.PeekAsync(stop) is { } and not ('[' or 'n'))
                yield return SourceItem.At(++number, default, "`samples` of the log is no list");
            await foreach (var _ in log.ItemsAsync(stop))
                yield return await new SamplePicker(log).PickAsync($"{++number}", stop);
        }
        await log.RequireEndAsync(stop);
    }
}
