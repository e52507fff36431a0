using System.Text.Encodings.Web;
using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Cli.Training;

/// <summary>From a corpus to the activations of some splits, with what was left out kept in <c>skipped.jsonl</c>.</summary>
internal sealed class TrainCorpusRun(
    NlaRecipe recipe, IReadOnlyList<string> corpus, DocumentOptions options, TrainingFolder folder, IProgressReporter progress)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="RefusedException">No corpus is named, or a file of it cannot be read.</exception>
    public async Task<CorpusSurvey> CaptureAsync(IReadOnlySet<DataSplit> splits, CancellationToken stop)
    {
        if (corpus.Count == 0)
            throw new RefusedException("--corpus: name the documents to train on.");
        var activations = new CorpusActivations(recipe, corpus, options, progress);
        var survey = await activations.SurveyAsync(stop);
        Directory.CreateDirectory(folder.Root);
        await File.WriteAllLinesAsync(SkippedFile(folder), survey.Skipped.Select(skipped => JsonSerializer.Serialize(skipped, Plain)), stop);
        await activations.CaptureAsync(survey, splits, folder, stop);
        return survey;
    }

    public static string SkippedFile(TrainingFolder folder) => Path.Combine(folder.Root, "skipped.jsonl");
}
