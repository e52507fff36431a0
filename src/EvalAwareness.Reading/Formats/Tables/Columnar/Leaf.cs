using System.Text.Json;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>
/// The values of one innermost column in a row group, with the levels that say where each belongs: how much of the path to it exists, and
/// which list it goes on with.
/// </summary>
internal abstract class Leaf(int deepest, int[]? definitions, int[]? repetitions, int count)
{
    private int _position;
    private int _value;

    /// <summary>How many rows there are values of.</summary>
    public int Rows => repetitions?.Count(level => level == 0) ?? count;

    /// <summary>How much of the path to the next value exists.</summary>
    public int Definition => definitions is null ? deepest : definitions[_position];

    /// <summary>The list that the next value goes on with; 0 where it begins a row, or there is none.</summary>
    public int Repetition => repetitions is null || _position >= count ? 0 : repetitions[_position];

    /// <summary>Passes over a value that is missing.</summary>
    public void Skip() => _position++;

    /// <summary>Takes the next value as text; null where it is missing.</summary>
    public string? TakeText() => Definition < deepest ? Missing() : TextOf(Next());

    /// <summary>Takes the next value as JSON.</summary>
    public void Write(Utf8JsonWriter json)
    {
        if (Definition < deepest)
            json.WriteNullValue();
        else
            WriteValue(json, _value++);
        _position++;
    }

    protected abstract string TextOf(int index);

    protected abstract void WriteValue(Utf8JsonWriter json, int index);

    private int Next()
    {
        _position++;
        return _value++;
    }

    private string? Missing()
    {
        _position++;
        return null;
    }
}
