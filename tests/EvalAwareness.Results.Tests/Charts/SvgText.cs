using System.Xml.Linq;

namespace EvalAwareness.Results.Tests.Charts;

/// <summary>The words of a drawing.</summary>
internal static class SvgText
{
    public static IReadOnlyList<string> Of(string path) =>
        [.. XDocument.Load(path).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim())];
}
