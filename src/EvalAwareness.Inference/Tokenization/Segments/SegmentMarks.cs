using System.Globalization;
using System.Text;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>Invisible brackets around the segments of a transcript, made of private-use characters it does not contain.</summary>
internal sealed class SegmentMarks
{
    private const int AlphabetLength = 13, Open = 10, Close = 11, End = 12;
    private const int PrivateUseFirst = 0xE000, PrivateUseLast = 0xF8FF;

    private readonly char _first;

    private SegmentMarks(char first) => _first = first;

    /// <summary>Marks that occur in none of the texts.</summary>
    /// <exception cref="Core.ItemException">The texts use up the private-use characters.</exception>
    public static SegmentMarks UnusedIn(IReadOnlyCollection<string> texts)
    {
        for (var first = PrivateUseFirst; first + AlphabetLength - 1 <= PrivateUseLast; first += AlphabetLength)
        {
            var marks = new SegmentMarks((char)first);
            if (texts.All(text => marks.IndexIn(text) < 0))
                return marks;
        }
        throw new Core.ItemException("no private-use character is free to mark the sections with");
    }

    public string Wrap(int segment, string text) => $"{Mark(Open, segment)}{text}{Mark(Close, segment)}";

    /// <summary>Takes the marks out again; null when they are not pairs any more.</summary>
    public (string Text, IReadOnlyList<(int Segment, TextRange Range)> Ranges)? Strip(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var ranges = new List<(int, TextRange)>();
        (int Segment, int Start)? open = null;
        var at = 0;
        for (var mark = IndexIn(marked); mark >= 0; mark = IndexIn(marked, at))
        {
            text.Append(marked, at, mark - at);
            if (ReadMark(marked, mark) is not var (kind, segment, length))
                return null;
            at = mark + length;
            if (kind == Open ? open is not null : open?.Segment != segment)
                return null;
            if (kind == Close)
                ranges.Add((segment, new TextRange(open!.Value.Start, text.Length)));
            open = kind == Open ? (segment, text.Length) : null;
        }
        text.Append(marked, at, marked.Length - at);
        return open is null ? (text.ToString(), ranges) : null;
    }

    private string Mark(int kind, int segment)
    {
        var digits = segment.ToString(CultureInfo.InvariantCulture).Select(digit => (char)(_first + (digit - '0')));
        return $"{(char)(_first + kind)}{string.Concat(digits)}{(char)(_first + End)}";
    }

    private (int Kind, int Segment, int Length)? ReadMark(string text, int at)
    {
        var kind = text[at] - _first;
        var end = text.IndexOf((char)(_first + End), at);
        if (kind is not (Open or Close) || end < 0)
            return null;
        var digits = string.Concat(text[(at + 1)..end].Select(character => (char)(character - _first + '0')));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var segment)
            ? (kind, segment, end + 1 - at)
            : null;
    }

    private int IndexIn(string text, int from = 0)
    {
        var found = text.AsSpan(from).IndexOfAnyInRange(_first, (char)(_first + AlphabetLength - 1));
        return found < 0 ? -1 : from + found;
    }
}
