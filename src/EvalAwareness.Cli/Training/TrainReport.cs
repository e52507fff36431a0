using System.CommandLine;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Summaries;

namespace EvalAwareness.Cli.Training;

/// <summary>Says what the stages before a training came to; nothing beside a JSON document.</summary>
internal sealed class TrainReport(ParseResult parsed, bool json)
{
    public void Say(CorpusSurvey survey, TrainingFolder folder)
    {
        var counts = Enum.GetValues<DataSplit>().Select(split => (Split: split, Counts: survey.Of(split)));
        Say($"documents: {string.Join(", ", counts.Select(pair => $"{pair.Counts.Documents} {Use(pair.Split)}"))}; {survey.Cut} cut to their first tokens.");
        if (survey.Skipped.Count > 0)
            Say($"{survey.Skipped.Count} left out, the first {survey.Skipped[0].Source} ({survey.Skipped[0].Reason}); all in {TrainCorpusRun.SkippedFile(folder)}.");
    }

    public void Say(SummaryCounts counts)
    {
        var dropped = string.Concat(counts.Dropped.Select(pair => $", {pair.Value} dropped ({pair.Key})"));
        Say($"summaries: {counts.Kept} of {counts.Wanted} activations, {counts.Missing} missing{dropped}; {counts.Unmatched} for other activations, {counts.Malformed} lines malformed.");
    }

    private void Say(string line)
    {
        if (!json)
            parsed.InvocationConfiguration.Output.WriteLine(line);
    }

    private static string Use(DataSplit split) => split switch
    {
        DataSplit.Verbalizer => "for the verbalizer",
        DataSplit.Reconstructor => "for the reconstructor",
        DataSplit.Reinforcement => "for joint training",
        _ => "held out",
    };
}
