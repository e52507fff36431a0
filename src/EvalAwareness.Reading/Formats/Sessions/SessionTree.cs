namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>
/// Links the lines of a session into a tree. A line follows the one it names as its parent; where that one is missing, or stands behind it, it follows
/// the line before. So links never run in a circle, and one lost line does not cut the session in two.
/// </summary>
internal sealed class SessionTree
{
    private readonly List<SessionNode> _nodes = [];
    private readonly Dictionary<string, SessionNode> _byId = new(StringComparer.Ordinal);
    private SessionNode? _lastOfMain;
    private SessionNode? _lastOfSidechains;

    public IReadOnlyList<SessionNode> Nodes => _nodes;

    /// <summary>Where the session ends: the last line that holds something, or the one that a later line moved it to.</summary>
    public SessionNode? Leaf { get; private set; }

    /// <summary>Adds a line; the place of an earlier line with the same id, where that keeps this one out.</summary>
    public string? Add(SessionEvent line)
    {
        if (line.Id is { } id && _byId.TryGetValue(id, out var first))
            return first.Place;
        var parent = ParentOf(line);
        var node = ReplyOf(line, parent);
        if (node is null)
            _nodes.Add(node = new SessionNode(line, parent, _nodes.Count));
        else
            node.Add(line);
        Note(line, node);
        return null;
    }

    private void Note(SessionEvent line, SessionNode node)
    {
        if (line.Id is { } id)
            _byId[id] = node;
        if (line.IsSidechain)
            _lastOfSidechains = node;
        else
            _lastOfMain = node;
        if (line.MovesTo is { } target)
            Leaf = _byId.GetValueOrDefault(target, node);
        else if (line.HoldsSomething && !line.IsSidechain)
            Leaf = node;
    }

    private SessionNode? ParentOf(SessionEvent line)
    {
        var before = line.IsSidechain ? _lastOfSidechains : _lastOfMain;
        if (line.ParentId is { } parent)
            return _byId.GetValueOrDefault(parent) ?? before;
        return line.Id is null || line.GoesOn ? before : null;
    }

    /// <summary>The reply that the line goes on with; answers of its first tools may stand in between.</summary>
    private static SessionNode? ReplyOf(SessionEvent line, SessionNode? parent)
    {
        if (line.ReplyId is null || parent is null)
            return null;
        var said = parent.IsAnswer ? parent.Parent : parent;
        return said?.ReplyId == line.ReplyId ? said : null;
    }
}
