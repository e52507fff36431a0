using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>The lists that a log keeps of its samples, beside the samples themselves.</summary>
internal static class SampleSummaries
{
    /// <summary>The names of the samples in a list, as <see cref="LogMembers"/> calls them.</summary>
    /// <exception cref="ItemException">A sample in it has no id that is text or a number.</exception>
    public static async Task<IReadOnlyList<string>> NamesAsync(JsonScanner summaries, CancellationToken stop)
    {
        var names = new List<string>();
        await foreach (var _ in summaries.ItemsAsync(stop))
        {
            var picked = new JsonPieces();
            await foreach (var name in summaries.MembersAsync(stop))
            {
                if (name is "id" or "epoch")
                    picked.Add(name, await summaries.TakeAsync(stop));
                else
                    await summaries.SkipAsync(stop);
            }
            names.Add(NameOf(picked.Object()));
        }
        return names;
    }

    private static string NameOf(byte[]? picked)
    {
        using var summary = JsonValue.Parse(picked);
        var (id, epoch) = (Identity.Of(summary.RootElement), Identity.Of(summary.RootElement, "epoch"));
        return id is not null && epoch is not null ? LogMembers.NameOf(id, epoch) : throw new ItemException("a sample in it has no id or no epoch");
    }
}
