using EvalAwareness.Core.Progress;

namespace EvalAwareness.Training.Optimization;

/// <summary>Trains tasks to their last step; killed at any moment and started again, it goes on from the last saved state.</summary>
internal sealed class Trainer(string folder, TrainingOptions options, IProgressReporter progress)
{
    /// <summary>Times the tasks of a step, each under its name.</summary>
    public StepClock Clock { get; init; } = new();

    /// <returns>The loss of every step done by this call and before it.</returns>
    public LossCurve Run(ITrainingTask task, CancellationToken stop) => Run(task.Name, [task], null, stop)[0];

    /// <summary>Trains several tasks together: one update of each in every step, in their order.</summary>
    /// <param name="name">Name of the training and of its state.</param>
    /// <param name="tasks">What is trained.</param>
    /// <param name="record">What is written down beside the losses; null for nothing.</param>
    /// <param name="stop">Cancels between steps.</param>
    public IReadOnlyList<LossCurve> Run(string name, IReadOnlyList<ITrainingTask> tasks, IStepRecord? record, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var trainees = tasks.Select(task => new Trainee(task, folder, name)).ToList();
        try
        {
            Train(name, trainees, record, stop);
            return [.. trainees.Select(trainee => trainee.Curve)];
        }
        finally
        {
            trainees.ForEach(trainee => trainee.Dispose());
        }
    }

    private void Train(string name, IReadOnlyList<Trainee> trainees, IStepRecord? record, CancellationToken stop)
    {
        var state = new TrainingState(Path.Combine(folder, $"{name}.state.safetensors"));
        var done = Resume(state, trainees, record);
        var schedule = new CosineSchedule(options.LearningRate, options.Warmup, options.Steps);
        using var stage = progress.Begin($"training {name}", options.Steps, "steps");
        stage.Advance(done);
        for (var step = done; step < options.Steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var trainee in trainees)
                Step(trainee, step, schedule.At(step));
            record?.Record(step);
            stage.Advance(1);
            stage.Describe(string.Join(", ", trainees.Select(trainee => $"loss {trainee.Curve.Recent:f4}")));
            if ((step + 1) % options.SaveEvery == 0 || step + 1 == options.Steps)
                Save(state, trainees, record, step + 1);
        }
    }

    private void Step(Trainee trainee, int step, double learningRate)
    {
        using var timed = Clock.Time(trainee.Task.Name);
        trainee.Step(step, learningRate);
    }

    private static int Resume(TrainingState state, IReadOnlyList<Trainee> trainees, IStepRecord? record)
    {
        var done = state.Restore(trainees);
        foreach (var trainee in trainees)
            trainee.Keep(done);
        record?.Keep(done);
        return done;
    }

    /// <summary>The state last: curves that know more steps than it are cut when it is restored.</summary>
    private static void Save(TrainingState state, IReadOnlyList<Trainee> trainees, IStepRecord? record, int step)
    {
        foreach (var trainee in trainees)
            trainee.Curve.Write();
        record?.Write();
        state.Save(trainees, step);
    }
}
