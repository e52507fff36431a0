using System.Globalization;
using System.Security.Cryptography;
using System.Runtime.InteropServices;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Training.Evaluation;

/// <summary>
/// A direction in the residual stream along which the target carries the belief: what it finds is the upper reference for what
/// explanations of the same activations can tell.
/// </summary>
/// <param name="TargetSha256">The target it was fitted on.</param>
/// <param name="Layer">Block K whose output it reads.</param>
/// <param name="Weights">Log-odds per unit of each feature of a raw activation, of width d.</param>
/// <param name="Bias">Log-odds at the origin.</param>
public sealed record BeliefProbe(string TargetSha256, int Layer, double[] Weights, double Bias) : IActivationJudge
{
    public JudgeIdentity Identity { get; } = new("linear-probe-v1", null, Convert.ToHexStringLower(
        SHA256.HashData(MemoryMarshal.AsBytes<double>([.. Weights, Bias]))));

    public Judgement Judge(float[] activation)
    {
        var logOdds = Bias;
        for (var feature = 0; feature < Weights.Length; feature++)
            logOdds += Weights[feature] * activation[feature];
        return Judgement.Of(
            logOdds > 0 ? Verdict.Yes : Verdict.No, "", string.Create(CultureInfo.InvariantCulture, $"log-odds {logOdds:f2}")) with { Score = logOdds };
    }
}
