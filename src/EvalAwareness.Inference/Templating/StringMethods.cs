namespace EvalAwareness.Inference.Templating;

/// <summary>The methods of a string that chat templates use.</summary>
internal static class StringMethods
{
    public static Callable? Find(string text, string name) => name switch
    {
        "strip" => arguments => Strip(text, arguments, start: true, end: true),
        "lstrip" => arguments => Strip(text, arguments, start: true, end: false),
        "rstrip" => arguments => Strip(text, arguments, start: false, end: true),
        "startswith" => arguments => AnyOf(arguments, part => text.StartsWith(part, StringComparison.Ordinal)),
        "endswith" => arguments => AnyOf(arguments, part => text.EndsWith(part, StringComparison.Ordinal)),
        "split" => arguments => Splitting.Split(text, arguments),
        "rsplit" => arguments => Splitting.SplitFromEnd(text, arguments),
        "splitlines" => _ => Splitting.Lines(text),
        "replace" => arguments => Replace(text, arguments),
        "removeprefix" => arguments => RemovePrefix(text, arguments.Text(0, "prefix")),
        "removesuffix" => arguments => RemoveSuffix(text, arguments.Text(0, "suffix")),
        "upper" => _ => text.ToUpperInvariant(),
        "lower" => _ => text.ToLowerInvariant(),
        "title" => _ => Title(text),
        "capitalize" => _ => Capitalize(text),
        "join" => arguments => Join(text, Values.Items(arguments.Get(0, "iterable")), arguments.Budget),
        "find" => arguments => Find(text, arguments),
        "count" => arguments => (long)Splitting.Occurrences(text, arguments.Text(0, "sub")),
        "isdigit" => _ => text.Length > 0 && text.All(char.IsDigit),
        "isalpha" => _ => text.Length > 0 && text.All(char.IsLetter),
        "isspace" => _ => text.Length > 0 && text.All(char.IsWhiteSpace),
        _ => null,
    };

    public static string Replace(string text, Arguments arguments)
    {
        var (old, replacement, most) = (arguments.Text(0, "old"), arguments.Text(1, "new"), arguments.Integer(2, "count", -1));
        arguments.Budget.Reserve(text.Length + (long)Splitting.Occurrences(text, old) * replacement.Length);
        if (most < 0 && old.Length > 0)
            return text.Replace(old, replacement, StringComparison.Ordinal);
        if (old.Length == 0)
            throw new TemplateException("replace needs a string to look for");
        return string.Join(replacement, text.Split(old, (int)Math.Min(most, int.MaxValue - 1) + 1));
    }

    public static string Join(string separator, IReadOnlyList<object?> items, Budget budget)
    {
        var texts = items.Select(item => Values.ToText(item, budget)).ToList();
        budget.Reserve(texts.Sum(text => (long)text.Length + separator.Length));
        return string.Join(separator, texts);
    }

    public static string Capitalize(string text) =>
        text.Length == 0 ? text : text[..1].ToUpperInvariant() + text[1..].ToLowerInvariant();

    public static string Title(string text) => string.Create(text.Length, text, (result, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var inWord = i > 0 && char.IsLetter(source[i - 1]);
            result[i] = inWord ? char.ToLowerInvariant(source[i]) : char.ToUpperInvariant(source[i]);
        }
    });

    public static string Strip(string text, Arguments arguments, bool start, bool end)
    {
        var unwanted = arguments.Get(0, "chars") is null ? null : arguments.Text(0, "chars");
        var (from, to) = (0, text.Length);
        while (start && from < to && Unwanted(text[from]))
            from++;
        while (end && to > from && Unwanted(text[to - 1]))
            to--;
        return text[from..to];

        // Python also counts the four ASCII separators as white space.
        bool Unwanted(char character) =>
            unwanted?.Contains(character) ?? (char.IsWhiteSpace(character) || character is >= '\u001C' and <= '\u001F');
    }

    private static bool AnyOf(Arguments arguments, Func<string, bool> holds) => arguments.Get(0, "prefix") is List<object?> parts
        ? parts.OfType<string>().Any(holds)
        : holds(arguments.Text(0, "prefix"));

    private static string RemovePrefix(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;

    private static string RemoveSuffix(string text, string suffix) =>
        text.EndsWith(suffix, StringComparison.Ordinal) ? text[..^suffix.Length] : text;

    private static object Find(string text, Arguments arguments)
    {
        var found = text.IndexOf(arguments.Text(0, "sub"), StringComparison.Ordinal);
        return found < 0 ? -1L : (long)PythonText.Length(text[..found]);
    }
}
