using EvalAwareness.Core.Progress;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Evaluation;

namespace EvalAwareness.Training.Organism;

/// <summary>Fits the probe that tells how much of the belief the target's activations hold.</summary>
public sealed class ProbeTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    public void Run(CancellationToken stop)
    {
        var checkpoint = Checkpoint.Open(folder.Target);
        var transcripts = new TranscriptTokenizer(checkpoint.Tokenizer, ChatTemplate.Load(folder.Target));
        using var target = TargetModel.Load(checkpoint, recipe.Layer, new ComputeOptions(Device.Cpu, recipe.ComputeType), OrganismNla.TrainedOn);
        ProbeFile.Write(folder.Probe, new ProbeFitting(transcripts, target, progress).Fit(new OrganismCorpus(recipe.Seed), stop));
    }
}
