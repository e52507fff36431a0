using EvalAwareness.Core.Progress;

namespace EvalAwareness.Cli.Progress;

/// <summary>A line now and then, for logs: when a stage begins and ends, and at most every ten seconds between.</summary>
internal sealed class LineProgress(TextWriter writer, TimeProvider time) : IProgressReporter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public IProgressStage Begin(string stage, long total, string unit) => new Stage(writer, time, stage, total, unit);

    private sealed class Stage : IProgressStage
    {
        private readonly TextWriter _writer;
        private readonly TimeProvider _time;
        private readonly string _name;
        private readonly long _total;
        private readonly string _unit;
        private readonly long _begin;
        private long _lastLine;
        private long _done;
        private string _note = "";

        public Stage(TextWriter writer, TimeProvider time, string name, long total, string unit)
        {
            (_writer, _time, _name, _total, _unit) = (writer, time, name, total, unit);
            _begin = _lastLine = time.GetTimestamp();
            writer.WriteLine($"{name}: {total} {unit}");
        }

        public void Advance(long units)
        {
            _done += units;
            if (_time.GetElapsedTime(_lastLine) < Pause)
                return;
            _lastLine = _time.GetTimestamp();
            _writer.WriteLine($"{_name}: {_done} of {_total} {_unit}{_note}");
        }

        public void Describe(string note) => _note = $", {note}";

        public void Dispose()
        {
            var seconds = _time.GetElapsedTime(_begin).TotalSeconds;
            _writer.WriteLine($"{_name}: {_done} of {_total} {_unit} in {seconds:0.0} s{_note}");
        }
    }
}
