using EvalAwareness.Core;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Memory;

/// <summary>
/// How much of something fits into one batch: halved when a device runs out of memory over one, and kept for those that follow. A result
/// depends on its own item alone, so that no row changes.
/// </summary>
/// <param name="most">Items of a batch to begin with.</param>
/// <param name="device">On the CPU nothing is tried again: there the system ends a process that takes too much, and an error is another one.</param>
internal sealed class BatchLimit(int most, Device device)
{
    public int Most { get; private set; } = most;

    /// <returns>The results of all items, in order.</returns>
    /// <exception cref="RefusedException">The device fails over a single item.</exception>
    public IReadOnlyList<TResult> Run<TItem, TResult>(IReadOnlyList<TItem> items, Func<IReadOnlyList<TItem>, IReadOnlyList<TResult>> work)
    {
        var results = new List<TResult>(items.Count);
        while (results.Count < items.Count)
        {
            var batch = items.Skip(results.Count).Take(Most).ToArray();
            try
            {
                results.AddRange(work(batch));
                // Batches of ever other lengths leave ever other holes.
                HostMemory.GiveBack();
            }
            catch (TorchException) when (!device.IsCpu && batch.Length > 1)
            {
                // LibTorch's C interface does not say what failed; another error comes back with one item, and ends the run then.
                Most = batch.Length / 2;
            }
            catch (TorchException error) when (!device.IsCpu)
            {
                throw new RefusedException(
                    $"{device} fails over a single item ({error.Message}). If it is out of memory: residency sequential, a smaller model, or fewer tokens.", error);
            }
        }
        return results;
    }
}
