using EvalAwareness.Torch;

namespace EvalAwareness.Training.Optimization;

/// <summary>What <see cref="Trainer"/> trains: weights, and a loss for each step that depends on the step alone.</summary>
internal interface ITrainingTask
{
    /// <summary>Name of the stage and of its files.</summary>
    string Name { get; }

    MasterWeights Weights { get; }

    /// <summary>Its learning rate as a share of the training's: models trained together need not move at one speed.</summary>
    double LearningRateShare => 1;

    /// <summary>The loss of one step, with its history; made anew from the step's number, so that a resumed run repeats nothing and skips nothing.</summary>
    Tensor Loss(int step);
}
