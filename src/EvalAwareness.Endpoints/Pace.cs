namespace EvalAwareness.Endpoints;

/// <summary>
/// Spreads what is asked for evenly over time. By a clock that is given, and for costs larger than a second's share: .NET's own token bucket
/// has neither.
/// </summary>
/// <param name="perMinute">Units a minute; null waits for nothing.</param>
/// <param name="time">The clock.</param>
internal sealed class Pace(double? perMinute, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _free;

    /// <summary>Waits for its turn, and takes the time that <paramref name="units"/> need.</summary>
    public Task WaitAsync(double units, CancellationToken stop)
    {
        if (perMinute is not { } rate)
            return Task.CompletedTask;
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var begin = _free > now ? _free : now;
            _free = begin + TimeSpan.FromMinutes(units / rate);
            wait = begin - now;
        }
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, stop) : Task.CompletedTask;
    }
}
