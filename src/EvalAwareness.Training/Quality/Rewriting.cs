using System.Text;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>Ways to write an explanation differently.</summary>
internal static class Rewriting
{
    /// <summary>All words in random order, in one line.</summary>
    public static string ShuffleWords(string text, KeyedRandom random)
    {
        var words = Words.Of(text);
        random.Shuffle<string>(words);
        return string.Join(' ', words);
    }

    /// <summary>All sentences in random order, over the same paragraphs.</summary>
    public static string ShuffleSentences(string text, KeyedRandom random)
    {
        var sentences = ExplanationSentence.Cut(text);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        random.Shuffle<int>(order);
        return Replace(text, sentences, index => sentences[order[index]].In(text));
    }

    /// <summary>Every phrase that has another of the same meaning gives way to it: the subject's frame, place and stance.</summary>
    public static string Paraphrase(string text, KeyedRandom random)
    {
        var sentences = ExplanationSentence.Cut(text);
        return Replace(text, sentences, index => Paraphrase(text, sentences[index], random));
    }

    /// <summary>Without the sentences that quote the last words.</summary>
    public static string LeaveOutLastWords(string text)
    {
        var sentences = ExplanationSentence.Cut(text);
        return Replace(text, sentences, index => sentences[index].Quote is null ? sentences[index].In(text) : "").Trim();
    }

    /// <summary>Rewrites all but the sentences that quote the last words, which follow as they are.</summary>
    public static string BeforeLastWords(string text, Func<string, string> rewrite)
    {
        var quoting = ExplanationSentence.Cut(text).Where(sentence => sentence.Quote is not null);
        return string.Join("\n\n", [rewrite(LeaveOutLastWords(text)), .. quoting.Select(sentence => sentence.In(text))]).Trim();
    }

    private static string Paraphrase(string text, ExplanationSentence sentence, KeyedRandom random)
    {
        var words = sentence.In(text);
        if (sentence.Quote is null && words.Contains(Subject.Separator))
        {
            var (frame, _) = Subject.Of(text, sentence);
            return Other(Phrasebook.Frames, text[frame], random) + text[frame.End..sentence.End];
        }
        return Other(Phrasebook.Places, Other(Phrasebook.Stances, Other(Phrasebook.Genres, words, random), random), random);
    }

    private static string Other(Phrases phrases, string words, KeyedRandom random) =>
        phrases.OthersLike(words) is { Count: > 0 } others ? random.Pick(others) : words;

    private static string Replace(string text, IReadOnlyList<ExplanationSentence> sentences, Func<int, string> replacement)
    {
        var rewritten = new StringBuilder();
        var at = 0;
        for (var index = 0; index < sentences.Count; index++)
        {
            rewritten.Append(text, at, sentences[index].Start - at).Append(replacement(index));
            at = sentences[index].End;
        }
        return rewritten.Append(text, at, text.Length - at).ToString();
    }
}
