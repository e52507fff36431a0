using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Files.Archives;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>
/// A log in an archive: its samples one after another, and at the end whatever of it could not be read. Of a run that goes on, or that crashed, it
/// holds what was written so far.
/// </summary>
internal sealed class EvalArchive(ZipMembers archive, CancellationToken stop)
{
    private const string Missing = "a summary in the log names this sample, and the archive does not hold it";

    private readonly LogMembers _log = new(archive.All);
    private readonly List<ReadConversation> _failures = [];

    public static async IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        using var archive = ZipMembers.Open(file.Path);
        var log = new EvalArchive(archive, stop);
        if (!log._log.IsLog)
        {
            yield return SampleReader.Failure("1", archive.Damage ?? Looks.Like(file.Head));
            yield break;
        }
        await foreach (var conversation in log.ReadAsync())
            yield return conversation;
    }

    private async IAsyncEnumerable<ReadConversation> ReadAsync()
    {
        var head = await HeadAsync();
        var count = 0;
        foreach (var sample in _log.Samples)
        {
            count++;
            yield return SampleReader.Read(await PickAsync(sample), head);
        }
        foreach (var failure in await FailuresAsync(head, count))
            yield return failure;
    }

    private async Task<EvalHead> HeadAsync()
    {
        foreach (var member in _log.Heads)
        {
            if (await TryAsync(member, head => EvalHead.ReadAsync(head, stop)) is { } head)
                return head with { Status = head.Status ?? (_log.IsUnfinished && archive.Damage is null ? "started" : null) };
        }
        return EvalHead.Unknown;
    }

    private async Task<SourceItem> PickAsync(SampleMembers sample)
    {
        try
        {
            return await sample.PickAsync(stop);
        }
        catch (ItemException unreadable)
        {
            return new SourceItem(sample.Place, default, unreadable.Message);
        }
    }

    private async Task<IReadOnlyList<ReadConversation>> FailuresAsync(EvalHead head, int count)
    {
        var missing = await MissingAsync();
        _failures.AddRange(_log.Refused.Select(refused => SampleReader.Failure(refused.Name, refused.Problem)));
        _failures.AddRange(missing.Select(name => SampleReader.Failure(name, Missing)));
        if (head.Shortfall(count + missing.Count) is { } shortfall)
            _failures.Add(SampleReader.Failure("samples", shortfall));
        if (archive.Damage is { } damage)
            _failures.Add(SampleReader.Failure("archive", damage));
        return _failures;
    }

    private async Task<IReadOnlyList<string>> MissingAsync()
    {
        var missing = new List<string>();
        foreach (var member in _log.Summaries)
        {
            var named = await TryAsync(member, summaries => SampleSummaries.NamesAsync(summaries, stop)) ?? [];
            missing.AddRange(named.Where(name => !_log.Has(name)));
        }
        return [.. missing.Distinct()];
    }

    private async Task<T?> TryAsync<T>(ZipMember member, Func<JsonScanner, Task<T>> read) where T : class
    {
        try
        {
            return await member.ReadAsync(read, stop);
        }
        catch (ItemException unreadable)
        {
            _failures.Add(SampleReader.Failure(member.Name, unreadable.Message));
            return null;
        }
    }
}
