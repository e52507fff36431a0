using EvalAwareness.Cli.Auditing;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Cli.Reporting;

/// <summary>Where a report finds the words of its transcripts: tables refer to them by id and do not copy them.</summary>
internal static class TranscriptTexts
{
    public static Func<string, TokenizedTranscript?> None { get; } = _ => null;

    public static Func<string, TokenizedTranscript?> Of(PlannedAudit planned, TranscriptTokenizer tokenizer)
    {
        var transcripts = planned.Plan.Transcripts.ToDictionary(item => item.Transcript.Id, item => item.Transcript);
        return id => transcripts.TryGetValue(id, out var transcript) ? Tokenize(tokenizer, transcript) : null;
    }

    public static async Task<Func<string, TokenizedTranscript?>> LoadAsync(string auditFile, CancellationToken stop)
    {
        var audit = AuditFile.Load(auditFile, AuditSettings.EnvironmentVariables(), []);
        var tokenizer = TranscriptTokenizer.Load(audit.Model);
        var context = Checkpoint.Open(audit.Model).Configuration.ContextLength;
        return Of(await new AuditPlanner(Core.Progress.SilentProgress.Instance).PlanAsync(audit, tokenizer, context, stop), tokenizer);
    }

    /// <summary>A transcript that could not be read for the run cannot be shown either.</summary>
    private static TokenizedTranscript? Tokenize(TranscriptTokenizer tokenizer, Transcript transcript)
    {
        try
        {
            return tokenizer.Tokenize(transcript);
        }
        catch (ItemException)
        {
            return null;
        }
    }
}
