namespace EvalAwareness.Results.Report.Reading;

/// <summary>Every text of the archive once; rows refer to it by number.</summary>
internal sealed class TextTable
{
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The number of a text, from 0; -1 for none.</summary>
    public int Number(string? text)
    {
        if (text is null) return -1;
        if (_numbers.TryGetValue(text, out var known)) return known;
        _texts.Add(text);
        return _numbers[text] = _texts.Count - 1;
    }
}
