using System.Text.RegularExpressions;
using EvalAwareness.Core;

namespace EvalAwareness.Pipeline.Planning;

/// <summary>One of several equal shares of a plan's blocks.</summary>
/// <param name="Number">Which share, from 1.</param>
/// <param name="Count">How many shares there are.</param>
public sealed partial record Shard(int Number, int Count)
{
    /// <summary>The whole plan.</summary>
    public static Shard Whole { get; } = new(1, 1);

    public bool Contains(Block block) => block.Index % Count == Number - 1;

    /// <summary>Reads <c>i/n</c>.</summary>
    public static Shard Parse(string text) =>
        Pattern.Match(text) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, out var number) && int.TryParse(match.Groups[2].Value, out var count)
        && number >= 1 && number <= count
            ? new Shard(number, count)
            : throw new RefusedException($"--shard: found {text}; legal is i/n with i from 1 to n");

    [GeneratedRegex(@"^(\d+)/(\d+)$")]
    private static partial Regex Pattern { get; }
}
