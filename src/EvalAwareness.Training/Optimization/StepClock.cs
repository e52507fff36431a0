using System.Diagnostics;

namespace EvalAwareness.Training.Optimization;

/// <summary>Seconds that the parts of a step take. One part runs at a time: a part that begins inside another interrupts it.</summary>
internal sealed class StepClock
{
    private readonly Dictionary<string, long> _ticks = [];
    private string? _running;
    private long _since;

    /// <summary>Times a part until the result is disposed.</summary>
    public IDisposable Time(string part)
    {
        var interrupted = _running;
        Switch(part);
        return new Part(() => Switch(interrupted));
    }

    /// <summary>The seconds of every part since the last call; none is running.</summary>
    public IReadOnlyDictionary<string, double> Take()
    {
        var seconds = _ticks.ToDictionary(pair => pair.Key, pair => pair.Value / (double)Stopwatch.Frequency);
        _ticks.Clear();
        return seconds;
    }

    private void Switch(string? part)
    {
        var now = Stopwatch.GetTimestamp();
        if (_running is { } running)
            _ticks[running] = _ticks.GetValueOrDefault(running) + now - _since;
        (_running, _since) = (part, now);
    }

    private sealed class Part(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
