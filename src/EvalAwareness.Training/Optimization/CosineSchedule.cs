namespace EvalAwareness.Training.Optimization;

/// <summary>Linear warm-up to the peak, then half a cosine down to a tenth of it.</summary>
/// <param name="Peak">Highest learning rate.</param>
/// <param name="Warmup">Steps to reach it.</param>
/// <param name="Steps">Steps in all.</param>
public sealed record CosineSchedule(double Peak, int Warmup, int Steps)
{
    private const double FinalShare = 0.1;

    public double At(int step)
    {
        if (step < Warmup)
            return Peak * (step + 1) / Warmup;
        var progress = (double)(step - Warmup) / Math.Max(1, Steps - Warmup);
        return Peak * (FinalShare + (1 - FinalShare) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, progress))));
    }
}
