namespace EvalAwareness.Training.Optimization;

/// <summary>One step of a training.</summary>
public sealed record LossPoint(int Step, double Loss, double GradientNorm, double LearningRate);
