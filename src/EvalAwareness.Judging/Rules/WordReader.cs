namespace EvalAwareness.Judging.Rules;

/// <summary>Cuts a text into sentences of words. Hyphens part words; so do the apostrophes of "it's" and "isn't".</summary>
internal static class WordReader
{
    private const int LongestQuotation = 1000;
    private const int LongestSentence = 100;

    /// <summary>Sentences end at line ends, at full stops, question and exclamation marks, and after 100 words.</summary>
    public static List<Word[]> Sentences(string text, bool withQuotations)
    {
        var sentences = new List<Word[]>();
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
                i = ReadWord(text, i, words);
            else if (!withQuotations && EndOfQuotation(text, i) is { } end)
                words.Add(new Word("", start, i = end));
            else if (EndsSentence(text, i++))
                Finish(words, sentences);
            else if (Mark(text, start) is { } mark)
                words.Add(new Word(mark, start, i));
            if (words.Count == LongestSentence)
                Finish(words, sentences);
        }

        Finish(words, sentences);
        return sentences;
    }

    private static string? Mark(string text, int i) => text[i] switch
    {
        ',' or ';' or ':' or '–' or '—' => ",",
        '-' when i > 0 && text[i - 1] == ' ' => ",",
        '#' or '/' => "#",
        _ => null,
    };

    private static void Finish(List<Word> words, List<Word[]> sentences)
    {
        if (words.Count > 0)
            sentences.Add([.. words]);
        words.Clear();
    }

    private static bool EndsSentence(string text, int i) =>
        text[i] == '\n'
        || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])));

    private static int ReadWord(string text, int start, List<Word> words)
    {
        var end = EndOfLetters(text, start);
        if (end + 1 < text.Length && text[end] is '\'' or '’' && char.IsLetter(text[end + 1]))
        {
            var tail = EndOfLetters(text, end + 1);
            var split = IsNot(text, end) ? end - 1 : end;
            if (split > start)
                words.Add(new Word(text[start..split], start, split));
            words.Add(new Word(text[split..tail].Replace('’', '\'').ToLowerInvariant(), split, tail));
            return tail;
        }

        words.Add(new Word(text[start..end], start, end));
        return end;
    }

    private static bool IsNot(string text, int apostrophe) =>
        text[apostrophe - 1] is 'n' or 'N'
        && text[apostrophe + 1] is 't' or 'T'
        && EndOfLetters(text, apostrophe + 1) == apostrophe + 2;

    private static int EndOfLetters(string text, int i)
    {
        while (i < text.Length && char.IsLetterOrDigit(text[i]))
            i++;
        return i;
    }

    /// <summary>
    /// One past the mark that closes the quotation opening at <paramref name="open"/>; null when none opens there. A mark
    /// closes where no word follows, so a quotation may hold others; one left open lasts to the end of its line.
    /// </summary>
    private static int? EndOfQuotation(string text, int open)
    {
        if (text[open] is not ('"' or '“') || (open > 0 && char.IsLetterOrDigit(text[open - 1])))
            return null;
        var limit = Math.Min(text.Length, open + LongestQuotation);
        for (var i = open + 1; i < limit; i++)
        {
            if (text[i] is '"' or '”' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
                return i + 1;
        }

        var lineEnd = text.IndexOf('\n', open);
        return lineEnd < 0 ? text.Length : lineEnd;
    }
}
