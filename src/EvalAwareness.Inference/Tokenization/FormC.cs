using System.Text;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>
/// Unicode normal form C that remembers where each character came from. Own code, because .NET needs ICU to normalise
/// and returns text unchanged under invariant globalization.
/// </summary>
public static class FormC
{
    private readonly record struct Letter(int CodePoint, TextRange Source);

    public static string Normalize(string text) => Align(text).Text;

    /// <param name="text">Valid UTF-16.</param>
    internal static AlignedText Align(string text)
    {
        // Nothing below U+0300 changes, alone or beside its like.
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u02FF') < 0)
            return AlignedText.Unchanged(text);
        var letters = Compose(Order(Decompose(text)));
        var aligned = Write(letters, text.Length);
        return aligned.Text == text ? AlignedText.Unchanged(text) : aligned;
    }

    private static List<Letter> Decompose(string text)
    {
        var letters = new List<Letter>(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
            Add(rune.Value, new TextRange(at, at += rune.Utf16SequenceLength));
        return letters;

        void Add(int codePoint, TextRange source)
        {
            if ((Hangul.Decompose(codePoint) ?? FormCData.Instance.Decompose(codePoint)) is not { } parts)
                letters.Add(new Letter(codePoint, source));
            else
                Array.ForEach(parts, part => Add(part, source));
        }
    }

    // Marks after a letter come in ascending order of combining class; equal classes keep their order.
    private static List<Letter> Order(List<Letter> letters)
    {
        for (int start = 0, end; start < letters.Count; start = end)
        {
            var isMark = ClassOf(letters[start]) > 0;
            for (end = start + 1; end < letters.Count && isMark && ClassOf(letters[end]) > 0;)
                end++;
            if (Enumerable.Range(start + 1, end - start - 1).Any(mark => ClassOf(letters[mark - 1]) > ClassOf(letters[mark])))
                Sort(letters, start, end);
        }
        return letters;
    }

    // All marks then come from the places of all; so sources never run backwards.
    private static void Sort(List<Letter> letters, int start, int end)
    {
        var source = letters[start].Source.Union(letters[end - 1].Source);
        var sorted = letters[start..end].OrderBy(ClassOf).ToList();
        for (var i = start; i < end; i++)
            letters[i] = sorted[i - start] with { Source = source };
    }

    private static List<Letter> Compose(List<Letter> letters)
    {
        var composed = new List<Letter>(letters.Count);
        var starter = -1;
        foreach (var letter in letters)
        {
            var blocked = starter < 0 || starter < composed.Count - 1 && ClassOf(composed[^1]) >= ClassOf(letter);
            if (!blocked && Compose(composed[starter], letter) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }
            if (ClassOf(letter) == 0)
                starter = composed.Count;
            composed.Add(letter);
        }
        return composed;
    }

    private static Letter? Compose(Letter first, Letter second) =>
        (Hangul.Compose(first.CodePoint, second.CodePoint) ?? FormCData.Instance.Compose(first.CodePoint, second.CodePoint)) is { } whole
            ? new Letter(whole, first.Source.Union(second.Source))
            : null;

    private static AlignedText Write(List<Letter> letters, int capacity)
    {
        var text = new StringBuilder(capacity);
        var origins = new List<TextRange>(capacity);
        foreach (var letter in letters)
        {
            var before = text.Length;
            text.Append(new Rune(letter.CodePoint).ToString());
            origins.AddRange(Enumerable.Repeat(letter.Source, text.Length - before));
        }
        return new AlignedText(text.ToString(), origins);
    }

    private static int ClassOf(Letter letter) => FormCData.Instance.ClassOf(letter.CodePoint);
}
