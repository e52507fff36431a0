using System.Text;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>The visible text of a message, gathered from its parts: a line each, but text with citations is cut into parts in mid-sentence.</summary>
internal sealed class TextPieces
{
    private readonly StringBuilder _text = new();
    private bool _lastIsCited;

    public bool IsEmpty => _text.Length == 0;

    public void Add(string piece, bool isCited = false)
    {
        if (!IsEmpty && piece.Length > 0 && !isCited && !_lastIsCited)
            _text.Append('\n');
        _text.Append(piece);
        _lastIsCited = isCited;
    }

    public override string ToString() => _text.ToString();
}
