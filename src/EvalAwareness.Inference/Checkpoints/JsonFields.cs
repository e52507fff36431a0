using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Typed access to a JSON object that collects every problem instead of stopping at the first.</summary>
internal sealed class JsonFields
{
    private readonly string _file;
    private readonly JsonElement _root;
    private readonly List<string> _problems = [];

    /// <exception cref="RefusedException">The file is missing or no JSON object.</exception>
    public JsonFields(string file)
    {
        _file = file;
        if (!File.Exists(file))
            throw new RefusedException($"{file}: the file does not exist; a checkpoint is a Hugging Face folder.");
        try
        {
            _root = JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
        }
        catch (JsonException error)
        {
            throw new RefusedException($"{file}: no JSON ({error.Message})", error);
        }
        if (_root.ValueKind != JsonValueKind.Object)
            throw new RefusedException($"{file}: no JSON object.");
    }

    public void Problem(string field, string problem) => _problems.Add($"{_file}: {field} {problem}.");

    public void ThrowIfAnyProblem()
    {
        if (_problems.Count > 0)
            throw new RefusedException(_problems);
    }

    public bool IsPresent(string field) => Find(field) is not null;

    public string? String(string field)
    {
        if (!IsPresent(field))
            Problem(field, "is missing");
        return OptionalString(field);
    }

    public string? OptionalString(string field)
    {
        if (Find(field) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Problem(field, $"is {value.GetRawText()}; expected a string");
        return null;
    }

    public bool? OptionalBool(string field)
    {
        if (Find(field) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Problem(field, $"is {value.GetRawText()}; expected true or false");
        return null;
    }

    /// <summary>A positive integer; 0 after a problem was noted.</summary>
    public int PositiveInt(string field)
    {
        var number = Double(field);
        if (number == Math.Floor(number) && number <= int.MaxValue)
            return (int)number;
        Problem(field, $"is {number}; expected a positive integer");
        return 0;
    }

    /// <summary>A positive number; 0 after a problem was noted.</summary>
    public double Double(string field)
    {
        if (Find(field) is not { } value)
            Problem(field, "is missing");
        else if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number > 0 && double.IsFinite(number))
            return number;
        else
            Problem(field, $"is {value.GetRawText()}; expected a positive number");
        return 0;
    }

    private JsonElement? Find(string field) =>
        _root.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
