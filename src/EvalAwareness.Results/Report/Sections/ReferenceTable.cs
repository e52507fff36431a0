using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>What else tells the belief.</summary>
internal static class ReferenceTable
{
    private const string Note =
        "AUROC of one score per transcript that does not come from a judged explanation of its own activations. Lengths "
        + "and words are means over its baseline explanations; another transcript's explanations should be near 0.5.";

    private const string Silent = "not a single YES, so it ranks nothing";

    public static Markup Of(TruthStudy study)
    {
        var rows = Rows(study).ToList();
        return rows.Count == 0 ? Markup.Nothing : Markup.Of($"""
            <h3>Other references</h3><p class="note">{Note}</p>
            <div class="wide"><table class="truth"><tbody>{rows.Select(Row)}</tbody></table></div>
            """);
    }

    private static IEnumerable<(string Name, Detection Detection, string Remark)> Rows(TruthStudy study) =>
    [
        .. study.Window?.Detections.All is { } window
            ? [(TruthNames.Of(study.Window), window, study.Window.YesShares.AreAllZero ? Silent : "")]
            : Array.Empty<(string, Detection, string)>(),
        .. study.References.Select(reference => (TruthNames.Of(reference), reference.Detection, "")),
    ];

    private static Markup Row((string Name, Detection Detection, string Remark) row) => Markup.Of(
        $"""<tr><th scope="row">{row.Name}</th><td>{Numbers.Area(row.Detection)}</td><td>{row.Remark}</td></tr>""");
}
