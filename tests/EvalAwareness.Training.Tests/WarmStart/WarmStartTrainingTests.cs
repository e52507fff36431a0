using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.WarmStart;

public sealed class WarmStartTrainingTests(TinyOrganism organism) : IClassFixture<TinyOrganism>
{
    [Theory]
    [InlineData("av")]
    [InlineData("ar")]
    public void Stopped_and_started_again_it_leaves_the_same_checkpoint(string half)
    {
        var (straight, stopped) = (organism.Copy($"{half}-straight"), organism.Copy($"{half}-stopped"));
        Train(half, straight, SilentProgress.Instance, CancellationToken.None);

        // The fifth step is done and lost: the last saved state is of the fourth.
        var interruption = new StopAfter(5);
        Assert.Throws<OperationCanceledException>(() => Train(half, stopped, interruption, interruption.Token));
        Assert.False(File.Exists(Path.Combine(Of(half, stopped), "model.safetensors")));
        Train(half, stopped, SilentProgress.Instance, CancellationToken.None);

        foreach (var file in Directory.GetFiles(Of(half, straight)))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(Of(half, stopped), Path.GetFileName(file))));
    }

    private static string Of(string half, OrganismFolder folder) => half == "av" ? folder.WarmStart.Verbalizer : folder.WarmStart.Reconstructor;

    private void Train(string half, OrganismFolder folder, IProgressReporter progress, CancellationToken stop)
    {
        using var data = new OrganismNlaData(organism.Recipe, folder);
        var training = new WarmStartTraining(organism.Recipe.Nla(folder), folder, data, progress);
        _ = half == "av" ? training.RunVerbalizer(stop) : training.RunReconstructor(stop);
    }
}
