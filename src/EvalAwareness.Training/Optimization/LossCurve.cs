using System.Globalization;

namespace EvalAwareness.Training.Optimization;

/// <summary>Loss, gradient norm and learning rate of every step, as CSV.</summary>
public sealed class LossCurve(string path, string name)
{
    private const string Header = "step,loss,gradient_norm,learning_rate";
    private const int RecentSteps = 20;

    private readonly List<LossPoint> _points = [];

    public string Name => name;

    public IReadOnlyList<LossPoint> Points => _points;

    /// <summary>Mean loss of the latest steps.</summary>
    public double Recent => _points.TakeLast(RecentSteps).Average(point => point.Loss);

    /// <summary>Reads back the first <paramref name="steps"/> points of an earlier run.</summary>
    public void Keep(int steps)
    {
        if (steps > 0)
            _points.AddRange(File.ReadLines(path).Skip(1).Take(steps).Select(Parse));
    }

    public void Add(LossPoint point) => _points.Add(point);

    public void Write() => File.WriteAllLines(path, _points.Select(Format).Prepend(Header));

    private static string Format(LossPoint point) =>
        string.Create(CultureInfo.InvariantCulture, $"{point.Step},{point.Loss:g6},{point.GradientNorm:g6},{point.LearningRate:g6}");

    private static LossPoint Parse(string line)
    {
        var fields = line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray();
        return new LossPoint((int)fields[0], fields[1], fields[2], fields[3]);
    }
}
