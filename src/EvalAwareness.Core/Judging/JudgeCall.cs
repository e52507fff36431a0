namespace EvalAwareness.Core.Judging;

/// <summary>How a judgement was had from a model.</summary>
/// <param name="Cached">Whether the same question had been answered before, in this run or another.</param>
/// <param name="Attempts">Requests, the answered one included; 0 for a cached answer.</param>
/// <param name="Latency">Time the answered request took; zero for a cached answer.</param>
public sealed record JudgeCall(bool Cached, int Attempts, TimeSpan Latency)
{
    /// <summary>An answer that was there already.</summary>
    public static JudgeCall Remembered { get; } = new(true, 0, TimeSpan.Zero);
}
