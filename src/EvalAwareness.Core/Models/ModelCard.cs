namespace EvalAwareness.Core.Models;

/// <summary>What a run records of a checkpoint.</summary>
/// <param name="Name">Folder name, or the name in its configuration.</param>
/// <param name="Sha256">Hash over the checkpoint's files, lower-case hex.</param>
/// <param name="HiddenSize">Width d of the residual stream.</param>
/// <param name="Blocks">Decoder blocks in the folder.</param>
/// <param name="ContextLength">Most tokens the model can read.</param>
/// <param name="VocabularySize">Rows of the embedding.</param>
/// <param name="DataType">Type the weights are computed in, such as <c>float32</c>.</param>
/// <param name="TrainedOn">What the checkpoint says it was trained on; null when it does not say.</param>
public sealed record ModelCard(
    string Name, string Sha256, int HiddenSize, int Blocks, int ContextLength, int VocabularySize, string DataType, string? TrainedOn)
{
    /// <summary>Whether it was trained on the organism's synthetic corpus alone, and says nothing on any other text.</summary>
    public bool IsOrganism => TrainedOn?.Contains("organism", StringComparison.OrdinalIgnoreCase) == true;
}
