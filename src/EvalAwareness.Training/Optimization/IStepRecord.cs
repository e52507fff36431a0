namespace EvalAwareness.Training.Optimization;

/// <summary>What is written down of each step beside the losses; saved and resumed with them.</summary>
internal interface IStepRecord
{
    /// <summary>Reads back the first steps of an earlier run.</summary>
    void Keep(int steps);

    /// <summary>Called once a step is done.</summary>
    void Record(int step);

    void Write();
}
