using System.Text.RegularExpressions;

namespace EvalAwareness.Results.Report.Html;

/// <summary>The page and its style and script, as they ship inside the assembly.</summary>
internal static partial class Template
{
    /// <summary>The page with each <c>{{name}}</c> replaced once; what is filled in is not searched again.</summary>
    public static string Fill(string name, IReadOnlyDictionary<string, Markup> values) =>
        Placeholder().Replace(Resource(name).Html, match => values[match.Groups[1].Value].Html);

    public static Markup Resource(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly");
        using var reader = new StreamReader(stream);
        return new Markup(reader.ReadToEnd());
    }

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Placeholder();
}
