using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>A run spelled out: each transcript is read as a line of letters, y for YES and n for NO at successive
/// positions, with a bar between assistant messages.</summary>
internal sealed class LettersRun
{
    private readonly List<TranscriptRow> _transcripts = [];
    private readonly List<ExplanationRow> _explanations = [];
    private readonly List<VerdictRow> _verdicts = [];

    public RunTables Tables => new()
    {
        Folder = "",
        Run = new JsonObject(),
        Transcripts = _transcripts,
        Explanations = _explanations,
        Verdicts = _verdicts,
        Failures = [],
        Rates = [],
    };

    /// <summary>The explanations of the baseline.</summary>
    public ReadingSeries Baseline => new RunReadings(Tables).Series(Conditions.Baseline, Subjects.Explanation);

    /// <param name="letters">What its explanations are judged.</param>
    /// <param name="aware">Whether it holds the belief.</param>
    /// <param name="dataset">deployment, or the name of an evaluation.</param>
    /// <param name="cues">Artificial cues in its prompt.</param>
    /// <param name="condition">The condition it is read under.</param>
    /// <param name="credences">The credence at each position; 0 by default.</param>
    /// <param name="window">What the judge of the text says at the same positions; nothing by default.</param>
    /// <param name="probe">What the probe says there; nothing by default.</param>
    public LettersRun Add(
        string letters, bool aware, string dataset = "blackmail", int cues = 0, string condition = Conditions.Baseline,
        double[]? credences = null, string window = "", string probe = "")
    {
        var index = _transcripts.Count(row => row.Condition == condition);
        var answers = letters.Replace("|", "");
        var transcript = SyntheticRows.Transcript(dataset, index, condition, answers.Length) with
        {
            TranscriptId = $"t{index}", LabelAware = aware, LabelVerbalized = false, LabelCues = cues,
        };
        _transcripts.Add(transcript);
        _explanations.AddRange(answers.Index().Select(answer =>
            SyntheticRows.Explanation(transcript, answer.Index, answer.Item == 'y') with { LabelCredence = credences?[answer.Index] ?? 0 }));
        _verdicts.AddRange(Verdicts(transcript, letters, Subjects.Explanation));
        _verdicts.AddRange(Verdicts(transcript, window, Subjects.Window).Select(row => row with { Sample = null }));
        _verdicts.AddRange(Verdicts(transcript, probe, Subjects.Activation)
            .Select(row => row with { Sample = null, Score = row.Verdict == "yes" ? 2 : -2 }));
        return this;
    }

    private static IEnumerable<VerdictRow> Verdicts(TranscriptRow transcript, string letters, string subject)
    {
        var place = 0;
        foreach (var (message, turn) in letters.Split('|').Index())
            foreach (var letter in turn)
                yield return SyntheticRows.OfExplanation(transcript, place++, letter == 'y') with
                {
                    Subject = subject, MessageIndex = 2 + 2 * message, Verdict = letter == 'y' ? "yes" : "no",
                };
    }
}
