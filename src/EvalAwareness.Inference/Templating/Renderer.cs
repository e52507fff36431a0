using System.Text;

namespace EvalAwareness.Inference.Templating;

/// <summary>Runs statements and collects what they write.</summary>
internal sealed class Renderer(Budget budget)
{
    private enum Flow
    {
        Onward,
        NextItem,
        EndLoop,
    }

    private readonly Evaluator _evaluator = new(budget);

    public string Render(IReadOnlyList<Statement> statements, Scope scope)
    {
        var output = new StringBuilder();
        if (Run(statements, scope, output) != Flow.Onward)
            throw new TemplateException("break or continue stands outside a loop");
        return output.ToString();
    }

    private Flow Run(IReadOnlyList<Statement> statements, Scope scope, StringBuilder output)
    {
        using var level = budget.Deepen();
        foreach (var statement in statements)
        {
            try
            {
                if (Run(statement, scope, output) is not Flow.Onward and var flow)
                    return flow;
            }
            catch (TemplateException problem) when (problem.Line == 0)
            {
                throw problem.At(statement.Line);
            }
        }
        return Flow.Onward;
    }

    private Flow Run(Statement statement, Scope scope, StringBuilder output)
    {
        switch (statement)
        {
            case TextStatement text:
                Write(text.Text, output);
                return Flow.Onward;
            case OutputStatement written:
                Write(Values.ToText(_evaluator.Evaluate(written.Value, scope), budget), output);
                return Flow.Onward;
            case IfStatement choice:
                return Run(Choose(choice, scope), scope, output);
            case ForStatement loop:
                return RunLoop(loop, scope, output);
            case LoopControl control:
                return control.Ends ? Flow.EndLoop : Flow.NextItem;
            case GroupStatement group:
                return Run(group.Body, scope, output);
            default:
                Assign(statement, scope);
                return Flow.Onward;
        }
    }

    private void Write(string text, StringBuilder output)
    {
        budget.Reserve(text.Length);
        output.Append(text);
    }

    private IReadOnlyList<Statement> Choose(IfStatement choice, Scope scope)
    {
        foreach (var (condition, body) in choice.Branches)
        {
            if (Values.IsTrue(_evaluator.Evaluate(condition, scope)))
                return body;
        }
        return choice.Otherwise;
    }

    private Flow RunLoop(ForStatement loop, Scope scope, StringBuilder output)
    {
        var items = Select(loop, scope);
        if (items.Count == 0)
            return Run(loop.Otherwise, scope, output);
        for (var index = 0; index < items.Count; index++)
        {
            budget.Spend(1);
            var inner = new Scope(scope) { ["loop"] = Loop.At(items, index) };
            Bind(loop.Targets, items[index], inner);
            if (Run(loop.Body, inner, output) == Flow.EndLoop)
                break;
        }
        return Flow.Onward;
    }

    private IReadOnlyList<object?> Select(ForStatement loop, Scope scope)
    {
        var items = Values.Items(_evaluator.EvaluateWhole(loop.Items, scope));
        if (loop.Condition is not { } condition)
            return items;
        budget.Spend(items.Count);
        return [.. items.Where(item =>
        {
            var inner = new Scope(scope);
            Bind(loop.Targets, item, inner);
            return Values.IsTrue(_evaluator.Evaluate(condition, inner));
        })];
    }

    private void Assign(Statement statement, Scope scope)
    {
        switch (statement)
        {
            case SetStatement set:
                Bind(set.Targets, _evaluator.Evaluate(set.Value, scope), scope);
                break;
            case SetAttributeStatement set when scope.Find(set.Target) is Namespace space:
                space.Attributes[set.Attribute] = _evaluator.Evaluate(set.Value, scope);
                break;
            case SetAttributeStatement set:
                throw new TemplateException($"'{set.Target}' is not a namespace");
            case SetBlockStatement set:
                scope[set.Target] = Render(set.Body, new Scope(scope));
                break;
            case MacroStatement macro:
                scope[macro.Name] = (Callable)(arguments => CallMacro(macro, arguments, scope));
                break;
            default:
                throw new InvalidOperationException($"no rule for {statement.GetType().Name}");
        }
    }

    private string CallMacro(MacroStatement macro, Arguments arguments, Scope defined)
    {
        budget.Spend(1);
        if (arguments.Positional.Count > macro.Parameters.Count)
            throw new TemplateException($"macro '{macro.Name}' takes at most {macro.Parameters.Count} arguments");
        if (arguments.Named.Keys.FirstOrDefault(name => macro.Parameters.All(parameter => parameter.Name != name)) is { } unknown)
            throw new TemplateException($"macro '{macro.Name}' has no parameter '{unknown}'");
        var scope = new Scope(defined);
        foreach (var ((name, missing), index) in macro.Parameters.Select((parameter, index) => (parameter, index)))
        {
            scope[name] = arguments.Has(index, name) ? arguments.Get(index, name)
                : missing is null ? new Undefined(name)
                : _evaluator.Evaluate(missing, scope);
        }
        return Render(macro.Body, scope);
    }

    private static void Bind(IReadOnlyList<string> targets, object? value, Scope scope)
    {
        if (targets.Count == 1)
        {
            scope[targets[0]] = value;
            return;
        }
        var parts = Values.Items(value);
        if (parts.Count != targets.Count)
            throw new TemplateException($"{parts.Count} values do not fit {targets.Count} names");
        for (var i = 0; i < targets.Count; i++)
            scope[targets[i]] = parts[i];
    }
}
