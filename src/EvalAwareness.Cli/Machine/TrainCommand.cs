using System.CommandLine;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>train organism|warm-start|rl</c>: makes again what ships, from the same seed; killed and started again, it goes on.</summary>
internal sealed class TrainCommand : Command
{
    public TrainCommand() : base("train", "Makes the organism's checkpoints and datasets from their seed.")
    {
        Add(new TrainOrganismCommand());
        Add(new TrainWarmStartCommand());
        Add(new TrainRlCommand());
    }
}
