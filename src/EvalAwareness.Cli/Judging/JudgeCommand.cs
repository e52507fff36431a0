using System.CommandLine;

namespace EvalAwareness.Cli.Judging;

/// <summary><c>judge</c>: what concerns judges alone.</summary>
internal sealed class JudgeCommand : Command
{
    public JudgeCommand() : base("judge", "What concerns judges alone.")
    {
        Add(new CalibrateCommand());
        Add(new TrainJudgeCommand());
    }
}
