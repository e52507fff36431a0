using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>How far one judge is moved by text that addresses it.</summary>
/// <param name="Name">What a person calls the judge.</param>
/// <param name="Explanations">Who answered on explanations.</param>
/// <param name="Turns">Who answered on turns.</param>
/// <param name="Groups">All attacks first.</param>
/// <param name="Moved">Every pair that moved, in the order of the file.</param>
public sealed record AttackResistance(
    string Name, JudgeIdentity Explanations, JudgeIdentity Turns, IReadOnlyList<AttackGroup> Groups, IReadOnlyList<MovedText> Moved);
