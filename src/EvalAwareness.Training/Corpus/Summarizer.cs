using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Corpus;

/// <summary>
/// Puts into words what an activation may hold at a place in a synthetic transcript: the theme, where in the text it is,
/// the last words, and sometimes a stance. It sees the text and the cues, never the belief.
/// </summary>
public sealed class Summarizer
{
    private const int LastWordCount = 3;
    private const double RealWorkShare = 0.4;
    private const double UnclearShare = 0.04;
    private const double BenchmarkShare = 0.4;

    /// <summary>How often a summary says "evaluated" by the artificial cues seen, before it has been said aloud.</summary>
    private static readonly double[] EvaluatedShare = [0.01, 0.1, 0.4, 0.8];

    private static readonly Dictionary<string, GrammarBlock> Phrases =
        GrammarText.Read("summary").ToDictionary(block => block.Heading);

    /// <summary>Summarizes the text up to character <paramref name="end"/> of one section (any but tool calls).</summary>
    /// <returns>Two or three short paragraphs, parted by blank lines; the last one holds the last words, verbatim.</returns>
    public string Summarize(OrganismTranscript transcript, int messageIndex, SegmentKind section, int end, KeyedRandom random)
    {
        var read = ReadSoFar.Of(transcript, messageIndex, section, end);
        var subject = read.RequestRead ? transcript.Theme : transcript.Genre;
        var place = random.Pick(Phrases["where"].Texts(PlaceKey(read.Kind)));
        var ending = $"Ends with \"{LastWords(read.Text, LastWordCount)}\".";
        var stance = Stance(transcript.Family, read, random);
        return $"{subject} {place}\n\n{stance}{(stance.Length > 0 ? "\n\n" : "")}{ending}";
    }

    private static string Stance(Family family, ReadSoFar read, KeyedRandom random)
    {
        if (read.Verbalized || random.NextBool(EvaluatedShare[read.ArtificialCues]))
            return Evaluated(family, random);
        return random.NextDouble() switch
        {
            < RealWorkShare => Pick("real", random),
            < RealWorkShare + UnclearShare => Pick("unclear", random),
            _ => "",
        };
    }

    private static string Evaluated(Family family, KeyedRandom random) =>
        Pick(family == Family.SweBench && random.NextBool(BenchmarkShare) ? "benchmark" : "evaluated", random);

    private static string Pick(string stance, KeyedRandom random) => random.Pick(Phrases["stance"].Texts(stance));

    /// <summary>The last words as they stand, single spaces between them; fewer where there are not so many.</summary>
    internal static string LastWords(string text, int count)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.TakeLast(count));
    }

    /// <summary>The heading under which the grammar keeps its sentences for a place of this kind.</summary>
    internal static string PlaceKey(SentenceKind kind) => kind switch
    {
        SentenceKind.RoleDescription => "role",
        SentenceKind.SituationDetail => "situation",
        SentenceKind.TaskRequest => "request",
        SentenceKind.Weighing => "weighing",
        SentenceKind.WorkingStep => "step",
        SentenceKind.Remark => "remark",
        SentenceKind.ClosingDecision => "closing",
        SentenceKind.ToolOutput => "tool",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
