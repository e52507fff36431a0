using System.Collections.Concurrent;

namespace EvalAwareness.Pipeline.Running;

/// <summary>
/// One thread that does all the work of the models. LibTorch keeps a team of OpenMP workers for every thread that calls it;
/// a loop that goes on wherever its last await ended would leave a team, and its caches, on every thread of the pool,
/// and teams that outnumber the processors sleep and wake around every operator.
/// </summary>
public sealed class EngineThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public EngineThread()
    {
        _thread = new Thread(Work) { IsBackground = true, Name = "engine" };
        _thread.Start();
    }

    /// <summary>Does <paramref name="work"/> on the thread, after what was asked for before it.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        // Whoever waits goes on elsewhere: on this thread it would wait for itself.
        var task = new Task<T>(work, TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() => task.RunSynchronously(TaskScheduler.Default));
        return task;
    }

    /// <summary>Waits for the work that was begun.</summary>
    public void Dispose()
    {
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void Work()
    {
        foreach (var action in _work.GetConsumingEnumerable())
            action();
    }
}
