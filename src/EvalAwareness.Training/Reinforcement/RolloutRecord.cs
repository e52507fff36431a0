using System.Globalization;
using System.Text.RegularExpressions;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Reinforcement;

/// <summary>Follows a joint training step by step, as CSV, and tells when the models are the best so far.</summary>
/// <param name="path">The CSV.</param>
/// <param name="steps">Steps of the training; the models are measured after the last in any case.</param>
/// <param name="rolloutsAt">The rollouts of a step.</param>
/// <param name="divergence">Nats a token of the latest step.</param>
/// <param name="profile">How long steps take, written beside.</param>
/// <param name="variance">Variance baseline of the activations.</param>
/// <param name="heldOutFve">Measures the models as they are.</param>
/// <param name="keepBest">Called whenever they are the best so far.</param>
internal sealed partial class RolloutRecord(
    string path, int steps, Func<int, IReadOnlyList<Rollout>> rolloutsAt, Func<double> divergence, StepProfile profile, double variance,
    Func<double> heldOutFve, Action keepBest) : IStepRecord
{
    /// <summary>Steps from one measurement on held-out activations to the next.</summary>
    public const int MeasureEvery = 25;

    private const string Header = "step,fve,closed,tokens,reward_spread,divergence,concept,held_out_fve";

    private readonly List<RolloutRow> _rows = [];

    public IReadOnlyList<RolloutRow> Rows => _rows;

    public void Keep(int done)
    {
        profile.Keep(done);
        if (done > 0)
            _rows.AddRange(File.ReadLines(path).Skip(1).Take(done).Select(Parse));
    }

    public void Record(int step)
    {
        var rollouts = rolloutsAt(step);
        profile.Record(step, rollouts.Sum(rollout => rollout.Tokens.Length));
        var row = Describe(step, rollouts);
        if ((step + 1) % MeasureEvery == 0 || step + 1 == steps)
            row = row with { HeldOutFve = heldOutFve() };
        if (row.HeldOutFve > (_rows.Max(earlier => earlier.HeldOutFve) ?? double.NegativeInfinity))
            keepBest();
        _rows.Add(row);
    }

    public void Write()
    {
        File.WriteAllLines(path, _rows.Select(Format).Prepend(Header));
        profile.Write();
    }

    private RolloutRow Describe(int step, IReadOnlyList<Rollout> rollouts)
    {
        var closed = rollouts.Closed();
        return new RolloutRow(
            step,
            Rollouts.Fve(closed, variance),
            (double)closed.Count / rollouts.Count,
            rollouts.Average(rollout => rollout.Tokens.Length),
            rollouts.GroupBy(rollout => rollout.Vector).Average(group => Rollouts.StandardDeviation([.. group.Select(rollout => rollout.Reward)])),
            divergence(),
            closed.Count == 0 ? 0 : closed.Average(rollout => NamesEvaluation().IsMatch(rollout.Description!) ? 1.0 : 0),
            HeldOutFve: null);
    }

    private static string Format(RolloutRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Step},{row.Fve:g6},{row.ClosedShare:g6},{row.Tokens:g6},{row.RewardSpread:g6},{row.Divergence:g6},{row.ConceptShare:g6},{row.HeldOutFve:g6}");

    private static RolloutRow Parse(string line)
    {
        var fields = line.Split(',');
        var values = fields[..^1].Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        double? heldOut = fields[^1].Length == 0 ? null : double.Parse(fields[^1], CultureInfo.InvariantCulture);
        return new RolloutRow((int)values[0], values[1], values[2], values[3], values[4], values[5], values[6], heldOut);
    }

    [GeneratedRegex(@"\b(evaluat\w+|tested|test of|benchmark)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NamesEvaluation();
}
