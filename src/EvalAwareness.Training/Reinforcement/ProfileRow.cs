namespace EvalAwareness.Training.Reinforcement;

/// <summary>How long the parts of one step of joint training took.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Sampling">Seconds in which the verbalizer wrote.</param>
/// <param name="Scoring">Seconds in which the reconstructor read that back.</param>
/// <param name="PolicyUpdate">Seconds of the verbalizer's update.</param>
/// <param name="ReconstructorUpdate">Seconds of the reconstructor's.</param>
/// <param name="TokensPerSecond">Tokens written, by the seconds of sampling.</param>
public sealed record ProfileRow(
    int Step, double Sampling, double Scoring, double PolicyUpdate, double ReconstructorUpdate, double TokensPerSecond);
