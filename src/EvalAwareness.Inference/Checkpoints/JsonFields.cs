using System.Globalization;
using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Typed access to a JSON object that collects every problem instead of stopping at the first.</summary>
internal sealed class JsonFields
{
    private const int MostShown = 60;

    private readonly string _file;
    private readonly string _path;
    private readonly JsonElement _root;
    private readonly List<string> _problems;

    /// <exception cref="RefusedException">The file is missing or no JSON object.</exception>
    public JsonFields(string file)
    {
        (_file, _path, _problems) = (file, "", []);
        _root = JsonFile.Read(file);
    }

    private JsonFields(JsonFields outer, string field, JsonElement root)
    {
        (_file, _path, _problems) = (outer._file, $"{outer._path}{field}.", outer._problems);
        _root = root;
    }

    /// <summary>Notes a problem; a field that is read twice has it once.</summary>
    public void Problem(string field, string problem)
    {
        var line = $"{_file}: {_path}{field} {problem}.";
        if (!_problems.Contains(line))
            _problems.Add(line);
    }

    public void ThrowIfAnyProblem()
    {
        if (_problems.Count > 0)
            throw new RefusedException(_problems);
    }

    public bool IsPresent(string field) => Find(field) is not null;

    /// <summary>Whether the field is there and says null, which is not the same as a default.</summary>
    public bool IsNull(string field) => _root.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Null;

    public string? String(string field)
    {
        RequirePresent(field);
        return OptionalString(field);
    }

    public string? OptionalString(string field) =>
        Typed(field, "a string", JsonValueKind.String) is { } value ? Text(field, value) : null;

    public bool? OptionalBool(string field) =>
        Typed(field, "true or false", JsonValueKind.True, JsonValueKind.False)?.GetBoolean();

    public double? OptionalNumber(string field) =>
        Typed(field, "a number", JsonValueKind.Number)?.GetDouble();

    /// <summary>An object inside this one; problems go to the same list.</summary>
    public JsonFields? Object(string field)
    {
        RequirePresent(field);
        return OptionalObject(field);
    }

    public JsonFields? OptionalObject(string field) =>
        Typed(field, "an object", JsonValueKind.Object) is { } value ? new JsonFields(this, field, value) : null;

    public IReadOnlyList<string>? Strings(string field)
    {
        if (Typed(field, "a list of strings", JsonValueKind.Array) is not { } list)
            return null;
        if (list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. list.EnumerateArray().Select(item => Text(field, item) ?? "")];
        Problem(field, "is no list of strings");
        return null;
    }

    /// <summary>One integer or several; null for none, and after a problem was noted.</summary>
    public IReadOnlyList<int>? Integers(string field)
    {
        if (Typed(field, "an integer or a list of them", JsonValueKind.Number, JsonValueKind.Array) is not { } value)
            return null;
        var numbers = new List<int>();
        foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : (JsonElement[])[value])
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number))
                numbers.Add(number);
            else
                Problem(field, $"holds {Shown(item)}; expected an integer or a list of them");
        }
        return numbers;
    }

    /// <summary>A positive integer; 0 after a problem was noted.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="absent">What a missing one means; null where it may not be missing.</param>
    public int PositiveInt(string field, int? absent = null)
    {
        var number = PositiveNumber(field, absent);
        if (number == Math.Floor(number) && number <= int.MaxValue)
            return (int)number;
        Problem(field, $"is {number.ToString(CultureInfo.InvariantCulture)}; expected a positive integer");
        return 0;
    }

    /// <summary>A positive number; 0 after a problem was noted.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="absent">What a missing one means; null where it may not be missing.</param>
    public double PositiveNumber(string field, double? absent = null)
    {
        if (Find(field) is not { } value)
        {
            if (absent is null)
                Problem(field, "is missing");
            return absent ?? 0;
        }
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number > 0 && double.IsFinite(number))
            return number;
        Problem(field, $"is {Shown(value)}; expected a positive number");
        return 0;
    }

    public void RequirePresent(string field)
    {
        if (!IsPresent(field))
            Problem(field, "is missing");
    }

    /// <summary>Notes a problem where a field is there at all: nothing it could say is computed.</summary>
    public void RequireAbsent(string field)
    {
        if (IsPresent(field))
            Problem(field, "is set; this version does not compute it");
    }

    /// <summary>Notes a problem where a field is there and says something else than what is computed.</summary>
    public void RequireText(string field, string computed)
    {
        if (OptionalString(field) is { } text && text != computed)
            Problem(field, $"is '{text}'; this version computes {computed}");
    }

    /// <inheritdoc cref="RequireText"/>
    public void RequireBool(string field, bool computed)
    {
        if (OptionalBool(field) is { } value && value != computed)
            Problem(field, $"is {(value ? "true" : "false")}; this version computes {(computed ? "true" : "false")}");
    }

    /// <inheritdoc cref="RequireText"/>
    public void RequireNumber(string field, double computed)
    {
        if (OptionalNumber(field) is { } value && value != computed)
            Problem(field, $"is {value.ToString(CultureInfo.InvariantCulture)}; this version computes {computed.ToString(CultureInfo.InvariantCulture)}");
    }

    private JsonElement? Typed(string field, string expected, params ReadOnlySpan<JsonValueKind> kinds)
    {
        if (Find(field) is not { } value)
            return null;
        if (kinds.Contains(value.ValueKind))
            return value;
        Problem(field, $"is {Shown(value)}; expected {expected}");
        return null;
    }

    private string? Text(string field, JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            Problem(field, "is not valid Unicode");
            return null;
        }
    }

    /// <summary>A value as a message of one line can bear it.</summary>
    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ when value.GetRawText() is { Length: > MostShown } text => text[..MostShown] + "…",
        _ => value.GetRawText(),
    };

    private JsonElement? Find(string field) =>
        _root.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
