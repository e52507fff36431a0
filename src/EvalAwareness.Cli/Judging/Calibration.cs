using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Progress;
using EvalAwareness.Judging.Calibration;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Cli.Judging;

/// <summary>Holds judges against a file of labels.</summary>
internal sealed class Calibration(IReadOnlyList<NamedJudge> judges, IProgressReporter progress)
{
    /// <exception cref="RefusedException">The file cannot be read, or has no text of the split.</exception>
    public async Task<CalibrationDocument> OfTextsAsync(string path, string task, string split, CancellationToken stop)
    {
        var file = LabelFile.ReadTexts(path);
        var items = SplitOf(path, file.Items, split);
        var areTurns = task == LabelSet.Turns;
        var answers = new List<(NamedJudge Judge, IReadOnlyList<LabelledAnswer> Answers)>();
        foreach (var judge in judges)
        {
            using var stage = progress.Begin($"judge {judge.Name}", items.Count, task);
            answers.Add((judge, await new JudgeTrial(judge, stage).AnswerAsync(items, areTurns, stop)));
        }
        return new CalibrationDocument(new LabelSet(Path.GetFileName(path), file.Sha256, task, split, items.Count, file.Quarantined))
        {
            Judges = [.. answers.Select(of => JudgeCalibration.Of(
                of.Judge.Name, areTurns ? of.Judge.Turns.Identity : of.Judge.Explanations.Identity, of.Answers))],
            Comparisons = [.. answers.SelectMany((first, index) => answers.Skip(index + 1).Select(second =>
                JudgeComparison.Of(first.Judge.Name, first.Answers, second.Judge.Name, second.Answers)))],
        };
    }

    /// <exception cref="RefusedException">The file cannot be read.</exception>
    public async Task<CalibrationDocument> OfAttacksAsync(string path, CancellationToken stop)
    {
        var file = LabelFile.ReadAttacks(path);
        var resistances = new List<AttackResistance>();
        foreach (var judge in judges)
        {
            using var stage = progress.Begin($"judge {judge.Name}", 2 * file.Items.Count, "texts");
            resistances.Add(ResistanceOf(judge, await new JudgeTrial(judge, stage).AnswerAsync(file.Items, stop)));
        }
        var labels = new LabelSet(
            Path.GetFileName(path), file.Sha256, LabelSet.Attacks, LabelSet.EverySplit, file.Items.Count, file.Quarantined);
        return new CalibrationDocument(labels) { Attacks = resistances };
    }

    private static AttackResistance ResistanceOf(NamedJudge judge, IReadOnlyList<AttackAnswer> answers) => new(
        judge.Name, judge.Explanations.Identity, judge.Turns.Identity, AttackGroup.Of(answers),
        [.. answers.Where(answer => answer.IsMoved).Select(MovedText.Of)]);

    private static IReadOnlyList<LabelledItem> SplitOf(string path, IReadOnlyList<LabelledItem> items, string split)
    {
        var chosen = items.Where(item => item.IsIn(split)).ToList();
        if (chosen.Count > 0)
            return chosen;
        var known = items.Select(item => item.Split).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        throw new RefusedException($"--split {split}: {path} has "
            + (known.Count == 0 ? "no column split" : $"no such rows; it has {string.Join(", ", known)}"));
    }
}
