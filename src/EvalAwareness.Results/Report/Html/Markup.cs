namespace EvalAwareness.Results.Report.Html;

/// <summary>HTML that may stand in the page as it is. Text becomes markup only through <see cref="Of"/>, which escapes it.</summary>
internal readonly record struct Markup(string Html)
{
    public static readonly Markup Nothing = new("");

    /// <summary>The literal parts as they are, every inserted text escaped, every inserted markup as it is.</summary>
    public static Markup Of(MarkupHandler html) => new(html.Finish());

    public override string ToString() => Html;
}
