using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Files.Archives;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>One sample of an archive: a member of its own, or a folder of them.</summary>
/// <param name="Place">The member, or the folder.</param>
/// <param name="PickAsync">Picks what its conversation is made of.</param>
internal sealed record SampleMembers(string Place, Func<CancellationToken, Task<SourceItem>> PickAsync)
{
    public static SampleMembers Whole(ZipMember member) =>
        new(member.Name, stop => member.ReadAsync(sample => new SamplePicker(sample).PickAsync(member.Name, stop), stop));

    public static SampleMembers Chunked(string name, IReadOnlyDictionary<string, ZipMember> parts) =>
        new(name + "/", stop => new ChunkedSample(parts).PickAsync(name + "/", stop));
}
