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
        for (var i = 1; i < letters.Count; i++)
        {
            for (var j = i; j > 0 && ClassOf(letters[j]) is > 0 and var here && ClassOf(letters[j - 1]) > here; j--)
                Swap(letters, j);
        }
        return letters;
    }

    // Both come from both places now; so sources never run backwards.
    private static void Swap(List<Letter> letters, int index)
    {
        var (first, second) = (letters[index - 1], letters[index]);
        var source = first.Source.Union(second.Source);
        (letters[index - 1], letters[index]) = (second with { Source = source }, first with { Source = source });
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
