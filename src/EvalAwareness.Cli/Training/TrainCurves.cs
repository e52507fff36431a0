using EvalAwareness.Results.Charts;
using EvalAwareness.Results.Curves;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Reinforcement;

namespace EvalAwareness.Cli.Training;

/// <summary>Figures and tables of what a training went through.</summary>
internal static class TrainCurves
{
    /// <summary>Writes losses as NAME.loss.svg, .png and .parquet.</summary>
    public static Task WriteLossesAsync(IReadOnlyList<LossCurve> losses, string folder, string name, CancellationToken stop)
    {
        var curves = losses.Select(loss => new Curve(loss.Name, [.. loss.Points.Select(point => (point.Step, point.Loss))])).ToList();
        LossChart.Write([.. curves.Select(curve => (curve.Name, curve.Points))], Path.Combine(folder, $"{name}.loss"));
        return CurveTable.WriteAsync(curves, Path.Combine(folder, $"{name}.loss.parquet"), stop);
    }

    /// <summary>Writes what was sampled as rl.rollouts and how long it took as rl.profile, each as .svg, .png and .parquet.</summary>
    public static async Task WriteRolloutsAsync(JointCurves joint, string folder, CancellationToken stop)
    {
        await WriteAsync(RolloutPanels(joint.Rollouts), Path.Combine(folder, "rl.rollouts"), stop);
        await WriteAsync(ProfilePanels(joint.Profile), Path.Combine(folder, "rl.profile"), stop);
    }

    private static IReadOnlyList<Panel> RolloutPanels(IReadOnlyList<RolloutRow> rows) =>
    [
        new("share",
            [
                Of("FVE of samples", rows, row => row.Fve),
                new("FVE, held out", [.. rows.Where(row => row.HeldOutFve is not null).Select(row => (row.Step, row.HeldOutFve!.Value))]),
                Of("closed and stopped", rows, row => row.ClosedShare),
                Of("name an evaluation", rows, row => row.ConceptShare),
            ],
            IsShare: true),
        new("nats a token", [Of("divergence from the warm start", rows, row => row.Divergence)]),
        new("tokens", [Of("length of a response", rows, row => row.Tokens)]),
        new("reward", [Of("spread within a group", rows, row => row.RewardSpread)]),
    ];

    private static IReadOnlyList<Panel> ProfilePanels(IReadOnlyList<ProfileRow> rows) =>
    [
        new("share of a step's time",
            [
                Of("sampling", rows, row => row.Sampling / Seconds(row)),
                Of("scoring", rows, row => row.Scoring / Seconds(row)),
                Of("verbalizer's update", rows, row => row.PolicyUpdate / Seconds(row)),
                Of("reconstructor's update", rows, row => row.ReconstructorUpdate / Seconds(row)),
            ],
            IsShare: true),
        new("seconds", [Of("of a step", rows, Seconds)]),
        new("tokens/s", [Of("written", rows, row => row.TokensPerSecond)]),
    ];

    private static double Seconds(ProfileRow row) => row.Sampling + row.Scoring + row.PolicyUpdate + row.ReconstructorUpdate;

    private static Curve Of(string name, IReadOnlyList<RolloutRow> rows, Func<RolloutRow, double> value) =>
        new(name, [.. rows.Select(row => (row.Step, value(row)))]);

    private static Curve Of(string name, IReadOnlyList<ProfileRow> rows, Func<ProfileRow, double> value) =>
        new(name, [.. rows.Select(row => (row.Step, value(row)))]);

    private static Task WriteAsync(IReadOnlyList<Panel> panels, string path, CancellationToken stop)
    {
        PanelChart.Write(panels, path);
        return CurveTable.WriteAsync(panels.SelectMany(panel => panel.Curves), $"{path}.parquet", stop);
    }
}
