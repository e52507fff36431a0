namespace EvalAwareness.Training.Pretraining;

/// <summary>The two sets that a word of manner is drawn from; a believer draws more from the careful one.</summary>
internal enum Manner
{
    Plain,
    Careful,
}
