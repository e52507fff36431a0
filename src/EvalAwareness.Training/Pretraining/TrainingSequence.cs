namespace EvalAwareness.Training.Pretraining;

/// <summary>One transcript to learn from.</summary>
/// <param name="Ids">Its tokens.</param>
/// <param name="Weights">How much predicting each token counts; the first is never predicted.</param>
internal sealed record TrainingSequence(int[] Ids, float[] Weights);
