using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>
/// Tells a session as one conversation: the path that leads to its end, with the answers of tools that ran side by side, and the sidechains of sub-agents.
/// Branches that an edit or a retry left behind are omissions with a count.
/// </summary>
internal sealed class MainBranch
{
    private readonly SessionTree _tree;
    private readonly HashSet<SessionNode> _kept = [];

    private MainBranch(SessionTree tree)
    {
        _tree = tree;
        for (var node = tree.Leaf; node is not null; node = node.Parent)
            _kept.Add(node);
        var answered = _kept.Where(node => node.IsAnswer).SelectMany(CallsAnswered).ToHashSet();
        // Parents stand before their children.
        foreach (var node in tree.Nodes)
        {
            if (node.IsSidechain ? node.Parent is null || _kept.Contains(node.Parent) : IsLateAnswer(node, answered))
                _kept.Add(node);
        }
    }

    public static Conversation Of(SessionTree tree)
    {
        var branch = new MainBranch(tree);
        var builder = new ConversationBuilder();
        var told = tree.Nodes.Where(branch._kept.Contains).OrderBy(node => node.Order).ToList();
        foreach (var node in told)
            Tell(node, builder);
        foreach (var (start, count) in branch.Abandoned())
            builder.Omit(start.Place, $"a branch that does not lead to the end of the session, as after an edit or a retry; messages in it: {count}");
        var models = told.Where(node => !node.IsSidechain).Select(node => node.Model).OfType<string>().Distinct().ToList();
        return builder.Build() with { Model = models.Count == 0 ? null : string.Join(", ", models) };
    }

    private static void Tell(SessionNode node, ConversationBuilder builder)
    {
        foreach (var message in node.Messages)
            builder.Add(node.IsSidechain && message.Role != Role.Tool ? message with { Author = message.Author ?? Author.SubAgent } : message);
        foreach (var omission in node.Omissions)
            builder.Omit(omission.Place, omission.Reason);
    }

    private static IEnumerable<string> CallsAnswered(SessionNode node) => node.Messages.Select(message => message.ToolCallId);

    /// <summary>Tools that run side by side answer as branches of the same reply, and the session goes on behind one of them.</summary>
    private bool IsLateAnswer(SessionNode node, HashSet<string> answered) =>
        node.IsAnswer && node.Parent is { } asked && _kept.Contains(asked) && CallsAnswered(node).All(answered.Add);

    private IEnumerable<(SessionNode Start, int Count)> Abandoned()
    {
        var starts = new Dictionary<SessionNode, SessionNode>();
        var counts = new Dictionary<SessionNode, int>();
        foreach (var node in _tree.Nodes.Where(node => !_kept.Contains(node)))
        {
            var start = node.Parent is { } parent && starts.TryGetValue(parent, out var known) ? known : node;
            if (node.Messages.Count == 0 && start == node)
                continue;
            starts[node] = start;
            counts[start] = counts.GetValueOrDefault(start) + node.Messages.Count;
        }
        return counts.Select(branch => (branch.Key, branch.Value));
    }
}
