using System.Globalization;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Reinforcement;

/// <summary>Follows how long each step's parts take, as CSV beside the curves.</summary>
internal sealed class StepProfile(string path, StepClock clock)
{
    public const string Sampling = "sampling";
    public const string Scoring = "scoring";

    private const string Header = "step,sampling_seconds,scoring_seconds,policy_seconds,reconstructor_seconds,tokens_per_second";

    private readonly List<ProfileRow> _rows = [];

    public IReadOnlyList<ProfileRow> Rows => _rows;

    /// <summary>Reads back what an earlier run measured of its first steps.</summary>
    public void Keep(int steps)
    {
        if (File.Exists(path))
            _rows.AddRange(File.ReadLines(path).Skip(1).Select(Parse).Where(row => row.Step < steps));
    }

    /// <param name="step">The step that is done.</param>
    /// <param name="tokens">Tokens that were written in it.</param>
    public void Record(int step, int tokens)
    {
        var seconds = clock.Take();
        var sampling = Of(Sampling);
        _rows.Add(new ProfileRow(step, sampling, Of(Scoring), Of(PolicyTask.TaskName), Of(WarmStart.ReconstructorTask.TaskName), tokens / sampling));

        double Of(string part) => seconds.GetValueOrDefault(part);
    }

    public void Write() => File.WriteAllLines(path, _rows.Select(Format).Prepend(Header));

    private static string Format(ProfileRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Step},{row.Sampling:g6},{row.Scoring:g6},{row.PolicyUpdate:g6},{row.ReconstructorUpdate:g6},{row.TokensPerSecond:g6}");

    private static ProfileRow Parse(string line)
    {
        var values = line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return new ProfileRow((int)values[0], values[1], values[2], values[3], values[4], values[5]);
    }
}
