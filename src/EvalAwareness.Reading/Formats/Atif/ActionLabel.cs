using System.Text.RegularExpressions;

namespace EvalAwareness.Reading.Formats.Atif;

/// <summary>Knows the labels that OpenHands shows people for actions and their results. Where its events were converted, they stand in the
/// place of the model's words, which were not kept.</summary>
internal static partial class ActionLabel
{
    public static bool IsOne(string message) => Label.IsMatch(message);

    [GeneratedRegex("""
        \A(?:
          (?:Running\ command|Running\ Python\ code\ interactively|Reading\ file|Writing\ file|Retrieving\ content\ for|Downloaded\ the\ file\ at\ location):\ .*
        | I\ am\ (?:browsing\ the\ URL|interacting\ with\ the\ browser|interacting\ with\ the\ MCP\ server\ with\ name|thinking\.\.\.):.*
        | I\ (?:read|wrote\ to|edited)\ the\ file\ [^\n]*\.
        | Command\ `.*`\ executed\ with\ exit\ code\ -?\d+\.
        | Code\ executed\ in\ IPython\ cell\. | Visited\ \S+
        | I'm\ asking\ \S+\ for\ help\ with\ this\ task\.
        | All\ done!\ What's\ next\ on\ the\ agenda\? | Task\ is\ rejected\ by\ the\ agent\..*
        | Clearing\ the\ task\ list\. | Managing\ \d+\ task\ items?\.
        | No\ action | No\ observation | Added\ workspace\ context | Added\ microagent\ knowledge
        )\z
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Label { get; }
}
