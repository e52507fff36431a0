using System.Globalization;

namespace EvalAwareness.Inference.Templating;

/// <summary>Parses expressions with Jinja's precedence, loosest first.</summary>
internal sealed class ExpressionParser(TokenReader reader)
{
    public Expression Parse()
    {
        using var level = reader.Deepen();
        var value = ParseOr();
        while (reader.Current is { Line: var line } && reader.TakeName("if"))
        {
            var condition = ParseOr();
            value = new Conditional(condition, value, reader.TakeName("else") ? Parse() : null, line);
        }
        return value;
    }

    /// <summary>An expression, or several with commas between them, which make a tuple.</summary>
    public Expression ParseTuple()
    {
        var line = reader.Line;
        var first = Parse();
        if (!reader.IsOperator(","))
            return first;
        var items = new List<Expression> { first };
        while (reader.TakeOperator(",") && StartsExpression())
            items.Add(Parse());
        return new ListLiteral(items, line);
    }

    /// <summary>What stands after <c>in</c> in a loop: no inline condition, for an <c>if</c> there filters the loop.</summary>
    public Expression ParseWithoutCondition() => ParseOr();

    private bool StartsExpression() => reader.Current.Kind switch
    {
        TemplateTokenKind.Operator => reader.Current.Text is "(" or "[" or "{" or "-" or "+",
        TemplateTokenKind.BlockEnd or TemplateTokenKind.OutputEnd => false,
        _ => true,
    };

    private Expression ParseOr() => ParseLeft(ParseAnd, () => reader.TakeName("or") ? "or" : null);

    private Expression ParseAnd() => ParseLeft(ParseNot, () => reader.TakeName("and") ? "and" : null);

    private Expression ParseNot()
    {
        var line = reader.Line;
        if (!reader.TakeName("not"))
            return ParseComparison();
        using var level = reader.Deepen();
        return new Unary("not", ParseNot(), line);
    }

    private Expression ParseComparison()
    {
        var line = reader.Line;
        var first = ParseSum();
        var rest = new List<(string, Expression)>();
        while (TakeComparison() is { } comparison)
            rest.Add((comparison, ParseSum()));
        return rest.Count == 0 ? first : new Comparison(first, rest, line);
    }

    private string? TakeComparison()
    {
        if (reader.TakeAnyOperator("==", "!=", "<", "<=", ">", ">=") is { } comparison)
            return comparison;
        if (reader.TakeName("in"))
            return "in";
        if (!reader.TakeName("not"))
            return null;
        reader.Expect(TemplateTokenKind.Name, "in");
        return "not in";
    }

    private Expression ParseSum() => ParseLeft(ParseConcatenation, () => reader.TakeAnyOperator("+", "-"));

    private Expression ParseConcatenation() => ParseLeft(ParseProduct, () => reader.TakeAnyOperator("~"));

    private Expression ParseProduct() => ParseLeft(ParsePower, () => reader.TakeAnyOperator("*", "/", "//", "%"));

    private Expression ParsePower() => ParseLeft(() => ParseUnary(), () => reader.TakeAnyOperator("**"));

    private static Expression ParseLeft(Func<Expression> operand, Func<string?> takeOperator)
    {
        var left = operand();
        while (takeOperator() is { } symbol)
            left = new Binary(symbol, left, operand(), left.Line);
        return left;
    }

    private Expression ParseUnary(bool withFilters = true)
    {
        using var level = reader.Deepen();
        var line = reader.Line;
        var value = reader.TakeAnyOperator("-", "+") is { } sign
            ? new Unary(sign, ParseUnary(withFilters: false), line)
            : ParsePrimary();
        value = ParsePostfix(value);
        return withFilters ? ParseFilters(value) : value;
    }

    private Expression ParsePrimary()
    {
        var token = reader.Take();
        return token.Kind switch
        {
            TemplateTokenKind.Name => Named(token),
            TemplateTokenKind.String => new Literal(token.Text + FollowingStrings(), token.Line),
            TemplateTokenKind.Integer => new Literal(Integer(token), token.Line),
            TemplateTokenKind.Float => new Literal(double.Parse(token.Text.Replace("_", ""), CultureInfo.InvariantCulture), token.Line),
            TemplateTokenKind.Operator when token.Text == "(" => ParseParenthesis(token.Line),
            TemplateTokenKind.Operator when token.Text == "[" => new ListLiteral(ParseItems("]", Parse), token.Line),
            TemplateTokenKind.Operator when token.Text == "{" => new MapLiteral(ParseItems("}", ParseMember), token.Line),
            _ => throw new TemplateException($"expected a value but found '{token.Text}'", token.Line),
        };
    }

    private static Expression Named(TemplateToken token) => token.Text switch
    {
        "true" or "True" => new Literal(true, token.Line),
        "false" or "False" => new Literal(false, token.Line),
        "none" or "None" => new Literal(null, token.Line),
        var name => new Variable(name, token.Line),
    };

    private string FollowingStrings()
    {
        var text = "";
        while (reader.Current.Kind == TemplateTokenKind.String)
            text += reader.Take().Text;
        return text;
    }

    private static long Integer(TemplateToken token) =>
        long.TryParse(token.Text.Replace("_", ""), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TemplateException($"{token.Text} is too large", token.Line);

    private Expression ParseParenthesis(int line)
    {
        if (reader.TakeOperator(")"))
            return new ListLiteral([], line);
        var inner = ParseTuple();
        reader.Expect(TemplateTokenKind.Operator, ")");
        return inner;
    }

    private List<T> ParseItems<T>(string close, Func<T> parseItem)
    {
        var items = new List<T>();
        while (!reader.TakeOperator(close))
        {
            items.Add(parseItem());
            if (!reader.IsOperator(close))
                reader.Expect(TemplateTokenKind.Operator, ",");
        }
        return items;
    }

    private (Expression, Expression) ParseMember()
    {
        var key = Parse();
        reader.Expect(TemplateTokenKind.Operator, ":");
        return (key, Parse());
    }

    private Expression ParsePostfix(Expression value)
    {
        while (true)
        {
            var line = reader.Line;
            if (reader.TakeOperator("."))
                value = ParseMemberAccess(value, line);
            else if (reader.TakeOperator("["))
                value = ParseSubscript(value, line);
            else if (reader.TakeOperator("("))
                value = new Call(value, ParseArguments(), line);
            else
                return value;
        }
    }

    private Expression ParseMemberAccess(Expression value, int line) => reader.Current.Kind == TemplateTokenKind.Integer
        ? new Subscript(value, new Literal(Integer(reader.Take()), line), line)
        : new Member(value, reader.Expect(TemplateTokenKind.Name).Text, line);

    private Expression ParseSubscript(Expression value, int line)
    {
        var start = reader.IsOperator(":") ? null : Parse();
        if (!reader.IsOperator(":"))
        {
            reader.Expect(TemplateTokenKind.Operator, "]");
            return new Subscript(value, start!, line);
        }
        var stop = ParseSlicePart();
        var step = ParseSlicePart();
        reader.Expect(TemplateTokenKind.Operator, "]");
        return new Slice(value, start, stop, step, line);
    }

    private Expression? ParseSlicePart() =>
        reader.TakeOperator(":") && !reader.IsOperator(":") && !reader.IsOperator("]") ? Parse() : null;

    private CallArguments ParseArguments()
    {
        var positional = new List<Expression>();
        var named = new List<(string, Expression)>();
        foreach (var (name, value) in ParseItems(")", ParseArgument))
        {
            if (name is not null)
                named.Add((name, value));
            else if (named.Count == 0)
                positional.Add(value);
            else
                throw new TemplateException("a named argument comes before one without a name", value.Line);
        }
        return new CallArguments(positional, named);
    }

    private (string? Name, Expression Value) ParseArgument()
    {
        var value = Parse();
        return value is Variable variable && reader.TakeOperator("=") ? (variable.Name, Parse()) : (null, value);
    }

    private Expression ParseFilters(Expression value)
    {
        while (true)
        {
            var line = reader.Line;
            if (reader.TakeOperator("|"))
                value = new Filter(value, ParseDottedName(), reader.TakeOperator("(") ? ParseArguments() : CallArguments.None, line);
            else if (reader.TakeName("is"))
                value = ParseTest(value, line);
            else if (reader.TakeOperator("("))
                value = new Call(value, ParseArguments(), line);
            else
                return value;
        }
    }

    private Expression ParseTest(Expression value, int line)
    {
        var negated = reader.TakeName("not");
        var test = new Test(value, ParseDottedName(), ParseTestArguments(), line);
        return negated ? new Unary("not", test, line) : test;
    }

    private CallArguments ParseTestArguments()
    {
        if (reader.TakeOperator("("))
            return ParseArguments();
        var startsArgument = reader.Current.Kind switch
        {
            TemplateTokenKind.Name => reader.Current.Text is not ("else" or "or" or "and" or "is" or "if" or "in" or "not"),
            TemplateTokenKind.String or TemplateTokenKind.Integer or TemplateTokenKind.Float => true,
            TemplateTokenKind.Operator => reader.Current.Text is "[" or "{",
            _ => false,
        };
        return startsArgument ? new CallArguments([ParsePostfix(ParsePrimary())], []) : CallArguments.None;
    }

    private string ParseDottedName()
    {
        var name = reader.Expect(TemplateTokenKind.Name).Text;
        while (reader.TakeOperator("."))
            name += "." + reader.Expect(TemplateTokenKind.Name).Text;
        return name;
    }
}
