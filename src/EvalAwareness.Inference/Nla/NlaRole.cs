namespace EvalAwareness.Inference.Nla;

/// <summary>Which half of the autoencoder a checkpoint is.</summary>
public enum NlaRole
{
    Verbalizer,
    Reconstructor,
}
