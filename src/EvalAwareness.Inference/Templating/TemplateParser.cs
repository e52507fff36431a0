namespace EvalAwareness.Inference.Templating;

/// <summary>Parses a whole template into statements.</summary>
internal sealed class TemplateParser
{
    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;

    private TemplateParser(string source)
    {
        _reader = new TokenReader(Lexer.Read(source));
        _expressions = new ExpressionParser(_reader);
    }

    public static IReadOnlyList<Statement> Parse(string source)
    {
        var parser = new TemplateParser(source);
        var statements = parser.ParseUntil();
        return parser._reader.Current.Kind == TemplateTokenKind.End ? statements : throw parser._reader.Unexpected("the end");
    }

    private List<Statement> ParseUntil(params string[] blocks)
    {
        using var level = _reader.Deepen();
        var statements = new List<Statement>();
        while (_reader.Current.Kind != TemplateTokenKind.End && !_reader.IsBlock(blocks))
            statements.Add(ParseStatement());
        if (blocks.Length > 0 && _reader.Current.Kind == TemplateTokenKind.End)
            throw _reader.Unexpected($"'{blocks[^1]}'");
        return statements;
    }

    private Statement ParseStatement()
    {
        var token = _reader.Take();
        return token.Kind switch
        {
            TemplateTokenKind.Text => new TextStatement(token.Text, token.Line),
            TemplateTokenKind.OutputBegin => ParseOutput(token.Line),
            _ => ParseBlock(_reader.Expect(TemplateTokenKind.Name)),
        };
    }

    private OutputStatement ParseOutput(int line)
    {
        var value = _expressions.ParseTuple();
        _reader.Expect(TemplateTokenKind.OutputEnd);
        return new OutputStatement(value, line);
    }

    private Statement ParseBlock(TemplateToken name) => name.Text switch
    {
        "if" => ParseIf(name.Line),
        "for" => ParseFor(name.Line),
        "set" => ParseSet(name.Line),
        "macro" => ParseMacro(name.Line),
        "break" or "continue" => ParseLoopControl(name),
        "generation" => ParseGeneration(name.Line),
        var other => throw new TemplateException($"block '{other}' is not supported here", name.Line),
    };

    private IfStatement ParseIf(int line)
    {
        var branches = new List<(Expression, IReadOnlyList<Statement>)>();
        do
        {
            var condition = _expressions.ParseTuple();
            EndBlock();
            branches.Add((condition, ParseUntil("elif", "else", "endif")));
        }
        while (TakeBlock("elif"));
        return new IfStatement(branches, ParseElse("endif"), line);
    }

    private List<Statement> ParseElse(string end)
    {
        var otherwise = new List<Statement>();
        if (TakeBlock("else"))
        {
            EndBlock();
            otherwise = ParseUntil(end);
        }
        CloseBlock(end);
        return otherwise;
    }

    private ForStatement ParseFor(int line)
    {
        var targets = ParseNames();
        _reader.Expect(TemplateTokenKind.Name, "in");
        var items = _expressions.ParseWithoutCondition();
        var condition = _reader.TakeName("if") ? _expressions.Parse() : null;
        EndBlock();
        var body = ParseUntil("else", "endfor");
        return new ForStatement(targets, items, condition, body, ParseElse("endfor"), line);
    }

    private List<string> ParseNames()
    {
        var parenthesis = _reader.TakeOperator("(");
        var names = new List<string>();
        do
            names.Add(_reader.Expect(TemplateTokenKind.Name).Text);
        while (_reader.TakeOperator(","));
        if (parenthesis)
            _reader.Expect(TemplateTokenKind.Operator, ")");
        return names;
    }

    private Statement ParseSet(int line)
    {
        var targets = ParseNames();
        if (targets.Count == 1 && _reader.TakeOperator("."))
        {
            var attribute = _reader.Expect(TemplateTokenKind.Name).Text;
            return new SetAttributeStatement(targets[0], attribute, ParseAssigned(), line);
        }
        if (targets.Count > 1 || _reader.IsOperator("="))
            return new SetStatement(targets, ParseAssigned(), line);
        EndBlock();
        var body = ParseUntil("endset");
        CloseBlock("endset");
        return new SetBlockStatement(targets[0], body, line);
    }

    private Expression ParseAssigned()
    {
        _reader.Expect(TemplateTokenKind.Operator, "=");
        var value = _expressions.ParseTuple();
        EndBlock();
        return value;
    }

    private MacroStatement ParseMacro(int line)
    {
        var name = _reader.Expect(TemplateTokenKind.Name).Text;
        _reader.Expect(TemplateTokenKind.Operator, "(");
        var parameters = new List<(string, Expression?)>();
        while (!_reader.TakeOperator(")"))
        {
            parameters.Add((_reader.Expect(TemplateTokenKind.Name).Text, _reader.TakeOperator("=") ? _expressions.Parse() : null));
            if (!_reader.IsOperator(")"))
                _reader.Expect(TemplateTokenKind.Operator, ",");
        }
        EndBlock();
        var body = ParseUntil("endmacro");
        CloseBlock("endmacro");
        return new MacroStatement(name, parameters, body, line);
    }

    private LoopControl ParseLoopControl(TemplateToken name)
    {
        EndBlock();
        return new LoopControl(name.Text == "break", name.Line);
    }

    private GroupStatement ParseGeneration(int line)
    {
        EndBlock();
        var body = ParseUntil("endgeneration");
        CloseBlock("endgeneration");
        return new GroupStatement(body, line);
    }

    private bool TakeBlock(string name)
    {
        if (!_reader.IsBlock(name))
            return false;
        _reader.Take();
        _reader.Take();
        return true;
    }

    private void CloseBlock(string name)
    {
        if (!TakeBlock(name))
            throw _reader.Unexpected($"'{name}'");
        // The name of a macro may be said again at its end.
        if (name == "endmacro" && _reader.Current.Kind == TemplateTokenKind.Name)
            _reader.Take();
        EndBlock();
    }

    private void EndBlock() => _reader.Expect(TemplateTokenKind.BlockEnd);
}
