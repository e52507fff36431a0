namespace EvalAwareness.Inference.Templating;

/// <summary>A part of a template that writes text or changes a variable.</summary>
internal abstract record Statement(int Line);

internal sealed record TextStatement(string Text, int Line) : Statement(Line);

internal sealed record OutputStatement(Expression Value, int Line) : Statement(Line);

internal sealed record IfStatement(
    IReadOnlyList<(Expression Condition, IReadOnlyList<Statement> Body)> Branches,
    IReadOnlyList<Statement> Otherwise,
    int Line) : Statement(Line);

/// <param name="Targets">One name, or several that each item is unpacked into.</param>
/// <param name="Condition">Items for which it does not hold are left out before counting.</param>
internal sealed record ForStatement(
    IReadOnlyList<string> Targets,
    Expression Items,
    Expression? Condition,
    IReadOnlyList<Statement> Body,
    IReadOnlyList<Statement> Otherwise,
    int Line) : Statement(Line);

internal sealed record LoopControl(bool Ends, int Line) : Statement(Line);

internal sealed record SetStatement(IReadOnlyList<string> Targets, Expression Value, int Line) : Statement(Line);

internal sealed record SetAttributeStatement(string Target, string Attribute, Expression Value, int Line) : Statement(Line);

internal sealed record SetBlockStatement(string Target, IReadOnlyList<Statement> Body, int Line) : Statement(Line);

internal sealed record MacroStatement(
    string Name,
    IReadOnlyList<(string Name, Expression? Default)> Parameters,
    IReadOnlyList<Statement> Body,
    int Line) : Statement(Line);

/// <summary>Statements without a meaning of their own, such as those inside <c>generation</c>.</summary>
internal sealed record GroupStatement(IReadOnlyList<Statement> Body, int Line) : Statement(Line);
