namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>
/// Where a value stands in a JSON file. Written out only when something is refused: vocabularies and merges
/// have a million places.
/// </summary>
/// <param name="name">Null for an item of a list.</param>
internal sealed class JsonPath(JsonPath? parent, string? name, int index = 0)
{
    public override string ToString() => name is null ? $"{parent}[{index}]" : parent is null ? name : $"{parent}.{name}";
}
