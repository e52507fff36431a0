using EvalAwareness.Core;

namespace EvalAwareness.Reading.Formats.Tables.Csv;

/// <summary>Text of which only so much is given at a time: a parser that looks for the end of a row must not take in a whole file.</summary>
internal sealed class BoundedText(TextReader text) : TextReader
{
    // Characters take two bytes each: as much memory as the largest item of any other file.
    private const int Limit = Files.SourceItem.Limit / 2;

    private int _given;

    /// <summary>Begins a new row.</summary>
    public void Renew() => _given = 0;

    /// <exception cref="ItemException">The row is longer than anything that is read.</exception>
    public override async Task<int> ReadAsync(char[] buffer, int index, int count)
    {
        if (_given > Limit)
            throw new ItemException($"the row is longer than {Limit >> 20} million characters, perhaps for a quote that is not closed; nothing behind it is read");
        var length = await text.ReadAsync(buffer.AsMemory(index, Math.Min(count, Limit + 1 - _given)));
        _given += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            text.Dispose();
        base.Dispose(disposing);
    }
}
