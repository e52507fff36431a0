using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Scores to add where new tokens follow cached ones.</summary>
internal static class CausalMask
{
    /// <returns>[fresh, total]: 0 where key k is visible to query total - fresh + q, else minus infinity.</returns>
    public static Tensor Create(long fresh, long total, ScalarType type, Device device)
    {
        var scores = new float[fresh * total];
        for (var query = 0L; query < fresh; query++)
        {
            for (var key = total - fresh + query + 1; key < total; key++)
                scores[query * total + key] = float.NegativeInfinity;
        }
        return Tensor.From(scores, [fresh, total]).To(type).To(device);
    }
}
