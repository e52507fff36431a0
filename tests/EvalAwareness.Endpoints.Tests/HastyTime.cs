using System.Collections.Concurrent;

namespace EvalAwareness.Endpoints.Tests;

/// <summary>A clock on which every wait is over at once, and has taken its time; what is longer than half a day is never over.</summary>
internal sealed class HastyTime : TimeProvider
{
    private static readonly TimeSpan Never = TimeSpan.FromHours(12);

    private readonly ConcurrentQueue<TimeSpan> _waits = [];
    private long _ticks = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public IReadOnlyCollection<TimeSpan> Waits => _waits;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero || dueTime > Never)
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _waits.Enqueue(dueTime);
        Interlocked.Add(ref _ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
