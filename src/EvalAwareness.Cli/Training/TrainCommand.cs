using System.CommandLine;

namespace EvalAwareness.Cli.Training;

/// <summary><c>train organism|warm-start|rl</c>: makes again what ships, from the same seed, or trains a pair for another checkpoint; killed and started again, it goes on.</summary>
internal sealed class TrainCommand : Command
{
    public TrainCommand() : base("train", "Makes the organism from its seed, or a natural language autoencoder for a checkpoint of your own.")
    {
        Add(new TrainOrganismCommand());
        Add(new TrainWarmStartCommand());
        Add(new TrainRlCommand());
    }
}
