namespace EvalAwareness.Training.Evaluation;

/// <summary>L2-regularised logistic regression on standardised features, fitted by full-batch gradient descent with momentum.</summary>
internal sealed class LinearProbe
{
    private const int Iterations = 300;
    private const double LearningRate = 0.05;
    private const double Momentum = 0.9;
    private const double Penalty = 1e-3;

    private readonly double[] _mean;
    private readonly double[] _deviation;
    private readonly double[] _standardWeights;

    private LinearProbe(double[] mean, double[] deviation)
    {
        _mean = mean;
        _deviation = deviation;
        _standardWeights = new double[mean.Length + 1];
    }

    /// <summary>Log-odds per unit of each raw feature.</summary>
    public double[] Weights => [.. _deviation.Zip(_standardWeights, (deviation, weight) => weight / deviation)];

    /// <summary>Log-odds at the origin of the raw features.</summary>
    public double Bias => _standardWeights[^1] - Weights.Zip(_mean, (weight, mean) => weight * mean).Sum();

    /// <param name="vectors">One activation per example, all of one width.</param>
    /// <param name="labels">What each example is to be told by.</param>
    public static LinearProbe Fit(IReadOnlyList<float[]> vectors, IReadOnlyList<bool> labels)
    {
        var probe = new LinearProbe(Mean(vectors), Deviation(vectors));
        var features = vectors.Select(probe.Standardize).ToArray();
        var velocity = new double[probe._standardWeights.Length];
        for (var iteration = 0; iteration < Iterations; iteration++)
            probe.Descend(features, labels, velocity);
        return probe;
    }

    private void Descend(double[][] features, IReadOnlyList<bool> labels, double[] velocity)
    {
        var gradient = new double[_standardWeights.Length];
        for (var example = 0; example < features.Length; example++)
        {
            var error = 1 / (1 + Math.Exp(-LogOdds(features[example]))) - (labels[example] ? 1 : 0);
            for (var feature = 0; feature < _mean.Length; feature++)
                gradient[feature] += error * features[example][feature];
            gradient[^1] += error;
        }
        for (var index = 0; index < _standardWeights.Length; index++)
        {
            velocity[index] = Momentum * velocity[index] - LearningRate * (gradient[index] / features.Length + Penalty * _standardWeights[index]);
            _standardWeights[index] += velocity[index];
        }
    }

    private double LogOdds(double[] features)
    {
        var sum = _standardWeights[^1];
        for (var feature = 0; feature < features.Length; feature++)
            sum += _standardWeights[feature] * features[feature];
        return sum;
    }

    private double[] Standardize(float[] vector)
    {
        var features = new double[vector.Length];
        for (var feature = 0; feature < features.Length; feature++)
            features[feature] = (vector[feature] - _mean[feature]) / _deviation[feature];
        return features;
    }

    private static double[] Mean(IReadOnlyList<float[]> vectors) =>
        [.. Enumerable.Range(0, vectors[0].Length).Select(feature => vectors.Average(vector => (double)vector[feature]))];

    private static double[] Deviation(IReadOnlyList<float[]> vectors) =>
        [.. Mean(vectors).Select((mean, feature) =>
            Math.Sqrt(vectors.Average(vector => (vector[feature] - mean) * (vector[feature] - mean))) + 1e-9)];
}
