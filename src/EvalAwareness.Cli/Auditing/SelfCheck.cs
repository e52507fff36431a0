using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Diagnostics;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Cli.Auditing;

/// <summary>The self-test before thousands of explanations, on the first activations they are going to be made of. Silent when all is well.</summary>
internal static class SelfCheck
{
    /// <exception cref="RefusedException">Something is certain to be wrong.</exception>
    public static Task RunAsync(PlannedAudit planned, Engine engine, ResidencyChoice residency, TextWriter error, CancellationToken stop)
    {
        if (planned.Plan.Blocks.FirstOrDefault(block => block.Condition == Conditions.Baseline) is not { } block)
            return Task.CompletedTask;
        var isFamiliarText = !engine.Target.Card.IsOrganism || planned.Plan.IsAllSynthetic;
        // On a thread of its own, which takes its team of LibTorch's workers with it when it ends.
        return Task.Factory.StartNew(Try, stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        void Try()
        {
            var activations = engine.Target.Capture([block.Items[0].ToCaptureRequest()], stop).Single();
            residency.EndTurn(engine.Target);
            Run(engine.Nla.Verbalizer, engine.Nla.Reconstructor, activations, isFamiliarText, residency, error, stop);
        }
    }

    /// <exception cref="RefusedException">Something is certain to be wrong.</exception>
    public static void Run(
        Verbalizer verbalizer, Reconstructor? reconstructor, IReadOnlyList<Activation> activations, bool isFamiliarText, ResidencyChoice residency,
        TextWriter error, CancellationToken stop)
    {
        var findings = SelfTest.Run(verbalizer, reconstructor, activations, isFamiliarText, residency, stop);
        SelfTest.RefuseWrong(findings);
        foreach (var doubt in findings.Where(finding => finding.Health == Health.Doubtful))
            error.WriteLine($"warning: self-test: {doubt.Subject}: {doubt.Detail}");
    }
}
