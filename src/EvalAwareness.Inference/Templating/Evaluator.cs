namespace EvalAwareness.Inference.Templating;

/// <summary>Works out the value of expressions.</summary>
internal sealed class Evaluator(Budget budget)
{
    public object? Evaluate(Expression expression, Scope scope)
    {
        using var level = budget.Deepen();
        try
        {
            return expression switch
            {
                Literal literal => literal.Value,
                Variable variable => scope.Find(variable.Name),
                ListLiteral list => EvaluateAll(list.Items, scope),
                MapLiteral map => EvaluateMap(map, scope),
                Member member => Members.Get(EvaluateWhole(member.Target, scope), member.Name),
                Subscript subscript => Members.Index(EvaluateWhole(subscript.Target, scope), Evaluate(subscript.Index, scope)),
                Slice slice => EvaluateSlice(slice, scope),
                Call call => EvaluateCall(call, scope),
                Filter filter => Filters.Apply(filter.Name, EvaluateWhole(filter.Target, scope), EvaluateArguments(filter.Arguments, scope)),
                Test test => Tests.Holds(test.Name, EvaluateWhole(test.Target, scope), EvaluateArguments(test.Arguments, scope)),
                Unary unary => EvaluateUnary(unary, scope),
                Binary binary => EvaluateBinary(binary, scope),
                Comparison comparison => EvaluateComparison(comparison, scope),
                Conditional conditional => EvaluateConditional(conditional, scope),
                _ => throw new InvalidOperationException($"no rule for {expression.GetType().Name}"),
            };
        }
        catch (TemplateException problem) when (problem.Line == 0)
        {
            throw problem.At(expression.Line);
        }
    }

    /// <summary>
    /// Evaluates what is then gone through as a whole: filters, methods, comparisons and loops could be given
    /// the same long text turn after turn.
    /// </summary>
    public object? EvaluateWhole(Expression expression, Scope scope)
    {
        var value = Evaluate(expression, scope);
        budget.Reserve(value switch
        {
            string text => text.Length,
            List<object?> list => list.Count,
            TemplateMap map => map.Count,
            _ => 0,
        });
        return value;
    }

    private List<object?> EvaluateAll(IReadOnlyList<Expression> items, Scope scope)
    {
        budget.Spend(items.Count);
        return [.. items.Select(item => Evaluate(item, scope))];
    }

    private TemplateMap EvaluateMap(MapLiteral literal, Scope scope)
    {
        var map = new TemplateMap();
        foreach (var (key, value) in literal.Members)
            map[Values.ToText(Evaluate(key, scope), budget)] = Evaluate(value, scope);
        return map;
    }

    private object? EvaluateSlice(Slice slice, Scope scope)
    {
        var target = EvaluateWhole(slice.Target, scope);
        return Slicing.Slice(target, Bound(slice.Start, scope), Bound(slice.Stop, scope), Bound(slice.Step, scope) ?? 1);
    }

    private long? Bound(Expression? expression, Scope scope) => (expression is null ? null : Evaluate(expression, scope)) switch
    {
        null => null,
        long number => number,
        var other => throw new TemplateException($"a slice needs whole numbers, not {Values.TypeName(other)}"),
    };

    private object? EvaluateCall(Call call, Scope scope)
    {
        var target = Evaluate(call.Target, scope);
        return target is Callable callable
            ? callable(EvaluateArguments(call.Arguments, scope))
            : throw new TemplateException($"{Values.TypeName(target)} cannot be called");
    }

    private Arguments EvaluateArguments(CallArguments arguments, Scope scope) => new(
        EvaluateAll(arguments.Positional, scope),
        arguments.Named.ToDictionary(argument => argument.Name, argument => Evaluate(argument.Value, scope)),
        budget);

    private object? EvaluateUnary(Unary unary, Scope scope)
    {
        var value = Evaluate(unary.Operand, scope);
        if (unary.Operator == "not")
            return !Values.IsTrue(value);
        if (!Numbers.IsNumber(value))
            throw new TemplateException($"{unary.Operator} needs a number, not {Values.TypeName(value)}");
        return unary.Operator == "-" ? Numbers.Negate(value!) : value;
    }

    private object? EvaluateBinary(Binary binary, Scope scope)
    {
        var left = Evaluate(binary.Left, scope);
        return binary.Operator switch
        {
            "and" => Values.IsTrue(left) ? Evaluate(binary.Right, scope) : left,
            "or" => Values.IsTrue(left) ? left : Evaluate(binary.Right, scope),
            "~" => Concatenate(Values.ToText(left, budget), Values.ToText(Evaluate(binary.Right, scope), budget)),
            _ => Calculate(binary.Operator, left, Evaluate(binary.Right, scope)),
        };
    }

    private object? Calculate(string symbol, object? left, object? right)
    {
        switch (symbol, left, right)
        {
            case ("+", string a, string b):
                return Concatenate(a, b);
            case ("+", List<object?> a, List<object?> b):
                budget.Spend(a.Count + b.Count);
                return a.Concat(b).ToList();
            case ("*", string text, long count):
                return Repeat(text, count);
            case ("*", long count, string text):
                return Repeat(text, count);
            default:
                return Numbers.IsNumber(left) && Numbers.IsNumber(right)
                    ? Numbers.Calculate(symbol, left!, right!)
                    : throw new TemplateException($"cannot calculate {Values.TypeName(left)} {symbol} {Values.TypeName(right)}");
        }
    }

    private string Concatenate(string left, string right)
    {
        budget.Reserve((long)left.Length + right.Length);
        return left + right;
    }

    private string Repeat(string text, long count)
    {
        var times = Math.Clamp(count, 0, int.MaxValue);
        budget.Reserve(text.Length * times);
        return string.Concat(Enumerable.Repeat(text, (int)times));
    }

    private object EvaluateComparison(Comparison comparison, Scope scope)
    {
        var left = Evaluate(comparison.First, scope);
        foreach (var (symbol, operand) in comparison.Rest)
        {
            var right = EvaluateWhole(operand, scope);
            if (!Holds(symbol, left, right))
                return false;
            left = right;
        }
        return true;
    }

    private bool Holds(string symbol, object? left, object? right) => symbol switch
    {
        "==" => Values.AreEqual(left, right, budget),
        "!=" => !Values.AreEqual(left, right, budget),
        "in" => Values.Contains(right, left, budget),
        "not in" => !Values.Contains(right, left, budget),
        "<" => Values.Compare(left, right) < 0,
        "<=" => Values.Compare(left, right) <= 0,
        ">" => Values.Compare(left, right) > 0,
        _ => Values.Compare(left, right) >= 0,
    };

    private object? EvaluateConditional(Conditional conditional, Scope scope)
    {
        if (Values.IsTrue(Evaluate(conditional.Condition, scope)))
            return Evaluate(conditional.Then, scope);
        return conditional.Otherwise is { } otherwise ? Evaluate(otherwise, scope) : new Undefined("inline if without else");
    }
}
