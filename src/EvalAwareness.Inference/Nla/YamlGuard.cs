using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EvalAwareness.Inference.Nla;

/// <summary>Refuses, before a tree is built of it, YAML that would take stack or time without end.</summary>
internal static class YamlGuard
{
    // Sidecars nest three deep, and a tree is built by recursion.
    private const int Deepest = 32;

    /// <exception cref="YamlException">It is no YAML, nested too deeply, or has lists and mappings for keys.</exception>
    public static void Check(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var open = new Stack<bool?>();                                                          // whether a key comes next; null in a list
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            CheckKey(current, open);
            if (current is MappingStart or SequenceStart)
                open.Push(current is MappingStart ? true : null);
            else if (current is MappingEnd or SequenceEnd)
                open.Pop();
            if (open.Count > Deepest)
                throw new YamlException(current.Start, current.End, $"nested more than {Deepest} deep");
        }
    }

    /// <summary>Keys are hashed with all that their references lead to: thirty lines of them can stand for a billion items.</summary>
    private static void CheckKey(ParsingEvent current, Stack<bool?> open)
    {
        if (current is not (NodeEvent or AnchorAlias) || !open.TryPop(out var isKey))
            return;
        if (isKey == true && current is not Scalar)
            throw new YamlException(current.Start, current.End, "a key is no plain text");
        open.Push(!isKey);
    }
}
