namespace EvalAwareness.Core.Judging;

/// <summary>Decides from an activation alone, without words: the upper reference for what explanations of it can tell.</summary>
public interface IActivationJudge
{
    JudgeIdentity Identity { get; }

    /// <param name="activation">Raw output of block K, of width d.</param>
    /// <returns>A verdict with its score.</returns>
    Judgement Judge(float[] activation);
}
