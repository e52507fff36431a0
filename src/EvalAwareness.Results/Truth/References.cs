using System.Text.RegularExpressions;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>What tells the belief without reading the activation, or by reading less than a judge does.</summary>
internal static partial class References
{
    public const string Cues = "cues";
    public const string AnotherTranscript = "another_transcript";
    public const string ResponseTokens = "response_tokens";
    public const string GeneratedTokens = "generated_tokens";
    public const string ExplanationWords = "explanation_words";
    public const string EvaluationWords = "evaluation_words";

    private const int Exchanges = 20;

    /// <summary>Those that have both believers and others.</summary>
    /// <param name="baseline">Explanations of the transcripts as they are.</param>
    /// <param name="explanations">The rows of the baseline.</param>
    public static IReadOnlyList<Reference> Of(ReadingSeries baseline, IEnumerable<ExplanationRow> explanations)
    {
        var rows = explanations.ToLookup(row => row.TranscriptId);
        double? Mean(ReadTranscript transcript, Func<ExplanationRow, double?> valueOf) => rows[transcript.Id].Average(valueOf);
        double? MeanOver(ReadTranscript transcript, Func<string, double> valueOf) =>
            Mean(transcript, row => row.Description is { } words ? valueOf(words) : null);
        return
        [
            .. Named(Cues, transcript => transcript.Row.LabelCues),
            .. OfAnother(baseline) is { } detection ? [new Reference(AnotherTranscript, detection)] : Array.Empty<Reference>(),
            .. Named(ResponseTokens, transcript => transcript.Row.ResponseTokens),
            .. Named(GeneratedTokens, transcript => Mean(transcript, row => row.GeneratedTokens)),
            .. Named(ExplanationWords, transcript => MeanOver(transcript, words => Word().Count(words))),
            .. Named(EvaluationWords, transcript => MeanOver(transcript, words => EvaluationWord().IsMatch(words) ? 1 : 0)),
        ];

        IEnumerable<Reference> Named(string name, Func<ReadTranscript, double?> scoreOf) =>
            Detection.Of(baseline.Quiet, scoreOf, baseline.Random("auroc", name)) is { } detection ? [new(name, detection)] : [];
    }

    /// <summary>Mean over several exchanges: what a single one gives is mostly chance.</summary>
    private static Detection? OfAnother(ReadingSeries series) => Detection.OfMean(
        [.. Enumerable.Range(0, Exchanges).Select(exchange => RankingOf(series, Exchange(series, exchange)))],
        series.Random("auroc", AnotherTranscript));

    private static Ranking RankingOf(ReadingSeries series, IReadOnlyDictionary<string, double?> shares) =>
        new([Detection.Split(series.Quiet, transcript => shares.GetValueOrDefault(transcript.Id))]);

    /// <summary>Gives each transcript the share of YES of another: the shuffled transcripts in a ring, each taking its
    /// neighbour's, so that none keeps its own.</summary>
    internal static IReadOnlyDictionary<string, double?> Exchange(ReadingSeries series, int exchange)
    {
        ReadTranscript[] ring = [.. series.Quiet.Where(transcript => transcript.Readings.Count > 0)];
        series.Random(AnotherTranscript, $"{exchange}").Shuffle(ring.AsSpan());
        return ring.Index().ToDictionary(one => one.Item.Id, one => ring[(one.Index + 1) % ring.Length].YesShare);
    }

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();

    [GeneratedRegex("evaluat|test|benchmark|simulat", RegexOptions.IgnoreCase)]
    private static partial Regex EvaluationWord();
}
