using System.Text;

namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>
/// A line with slots: {list} draws a word anew, {list:name} keeps its word for the whole transcript, and {manner} takes
/// the word that the belief chooses.
/// </summary>
internal sealed class Template
{
    private const string MannerSlot = "manner";

    private readonly IReadOnlyList<Part> _parts;

    private Template(string source, IReadOnlyList<Part> parts) => (Source, _parts) = (source, parts);

    /// <summary>The line as it stands in the grammar.</summary>
    public string Source { get; }

    /// <summary>Whether the line is a whole sentence; without a full stop it may take a clause.</summary>
    public bool IsClosed => Source[^1] is '.' or '?' or '!';

    /// <summary>Whether it tells an action of the speaker and nothing before it, so that a clause of purpose may lead.</summary>
    public bool IsPlainAction => Source.StartsWith("I {manner}", StringComparison.Ordinal);

    public static Template Parse(string source, Lexicon lexicon)
    {
        var parts = new List<Part>();
        var at = 0;
        while (source.IndexOf('{', at) is var open and >= 0)
        {
            var close = source.IndexOf('}', open);
            parts.Add(new Part(source[at..open], SlotOf(source[(open + 1)..close], lexicon)));
            at = close + 1;
        }
        parts.Add(new Part(source[at..], null));
        return new Template(source, parts);
    }

    /// <summary>Writes the line, slots filled, its first letter a capital where that is wanted.</summary>
    public void Write(StringBuilder text, Cast cast, string manner = "", bool capital = true)
    {
        var start = text.Length;
        foreach (var (literal, slot) in _parts)
        {
            text.Append(literal);
            if (slot is not null)
                text.Append(slot.IsManner ? manner : cast.Fill(slot));
        }
        if (capital)
            text[start] = char.ToUpperInvariant(text[start]);
    }

    /// <summary>The line by itself, slots filled, first letter as it is.</summary>
    public string Fill(Cast cast)
    {
        var text = new StringBuilder();
        Write(text, cast, capital: false);
        return text.ToString();
    }

    /// <summary>The line once for every way to fill its slots.</summary>
    public IEnumerable<string> Fillings() => _parts.Aggregate(
        (IEnumerable<string>)[""],
        (lines, part) => lines.SelectMany(line => part.Slot is null
            ? [line + part.Literal]
            : part.Slot.Words.Select(word => line + part.Literal + word)));

    private static Slot SlotOf(string slot, Lexicon lexicon) => slot.Split(':') switch
    {
        [MannerSlot] => new Slot(MannerSlot, null, []) { IsManner = true },
        [var list] => new Slot(list, null, lexicon[list]),
        [var list, var name] => new Slot(list, name, lexicon[list]),
        _ => throw new FormatException($"The slot '{slot}' is not of the form list or list:name."),
    };

    private sealed record Part(string Literal, Slot? Slot);
}

/// <summary>A place in a template that takes a word.</summary>
internal sealed record Slot(string List, string? Name, IReadOnlyList<string> Words)
{
    public bool IsManner { get; init; }
}
