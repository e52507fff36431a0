namespace EvalAwareness.Training.Nla;

/// <summary>How splits are called in files.</summary>
internal static class DataSplits
{
    public static string Name(this DataSplit split) => split switch
    {
        DataSplit.Verbalizer => "av",
        DataSplit.Reconstructor => "ar",
        DataSplit.Reinforcement => "rl",
        DataSplit.HeldOut => "held-out",
        _ => throw new ArgumentOutOfRangeException(nameof(split), split, null),
    };
}
