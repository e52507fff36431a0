using System.Globalization;
using EvalAwareness.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EvalAwareness.Inference.Nla;

/// <summary>Typed access to a YAML mapping by dotted path; every problem is collected.</summary>
internal sealed class YamlFields
{
    // Hundreds of times the longest sidecar known; a tree takes many times its text.
    private const int MostCharacters = 1_000_000;

    private const string Collection = "a list or a mapping";

    private readonly string _file;
    private readonly YamlMappingNode _root;
    private readonly List<string> _problems = [];

    /// <exception cref="RefusedException">The file is missing or no YAML mapping.</exception>
    public YamlFields(string file)
    {
        _file = file;
        if (!File.Exists(file))
            throw new RefusedException($"{file}: the file does not exist; an NLA checkpoint needs its sidecar.");
        var text = File.ReadAllText(file);
        if (text.Length > MostCharacters)
            throw new RefusedException($"{file}: {text.Length} characters; a sidecar has at most {MostCharacters}.");
        try
        {
            YamlGuard.Check(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            _root = stream.Documents is [{ RootNode: YamlMappingNode mapping }, ..]
                ? mapping
                : throw new RefusedException($"{file}: no YAML mapping.");
        }
        // The parser throws others for some documents that end too early or leave out a key.
        catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException)
        {
            throw new RefusedException($"{file}: no YAML ({error.Message})", error);
        }
    }

    /// <summary>Notes a problem; a field that is read twice has it once.</summary>
    public void Problem(string field, string problem)
    {
        var line = $"{_file}: {field} {problem}.";
        if (!_problems.Contains(line))
            _problems.Add(line);
    }

    public void ThrowIfAnyProblem()
    {
        if (_problems.Count > 0)
            throw new RefusedException(_problems);
    }

    /// <summary>The first of several spellings that is present and not null.</summary>
    public string? Text(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Find(path) is YamlScalarNode { Value: { } value } node && !IsNothing(node))
                return value;
        }
        return null;
    }

    /// <summary>The spelling that is present; the first where none is.</summary>
    public string Spelling(IReadOnlyList<string> paths) => paths.FirstOrDefault(path => Text(path) is not null) ?? paths[0];

    /// <summary>Notes a problem where several spellings of one thing say two.</summary>
    public void RequireOneValue(IReadOnlyList<string> paths)
    {
        var first = Spelling(paths);
        if (paths.FirstOrDefault(path => Text(path) is { } value && value != Text(first)) is { } other)
            Problem(other, $"is {Text(other)}, but {first} is {Text(first)}");
    }

    public bool IsPresent(string path) => Find(path) is not null;

    /// <summary>Whether a key stands there with nothing, or null, behind it.</summary>
    public bool IsNull(string path) => Find(path) is { } node && IsNothing(node);

    public int? Int(params ReadOnlySpan<string> paths)
    {
        if (Number(paths) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(paths[0], $"is '{text}'; expected an integer, 0 or more");
        return null;
    }

    /// <summary>A number that float32 can hold, as activations are.</summary>
    public double? PositiveDouble(string path)
    {
        if (Number(path) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && (float)number > 0 && float.IsFinite((float)number))
            return number;
        Problem(path, $"is '{text}'; expected a positive number");
        return null;
    }

    public int RequiredInt(params ReadOnlySpan<string> paths)
    {
        if (Number(paths) is null)
            Problem(paths[0], "is missing");
        return Int(paths) ?? -1;
    }

    public IReadOnlyList<int> Ints(string path)
    {
        var numbers = new List<int>();
        foreach (var node in Find(path) switch { YamlSequenceNode list => list, { } one when !IsNothing(one) => [one], _ => (IEnumerable<YamlNode>)[] })
        {
            if (node is YamlScalarNode scalar && int.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                Problem(path, $"holds {(node is YamlScalarNode other ? $"'{other.Value}'" : Collection)}; expected integers");
        }
        return numbers;
    }

    /// <summary>What stands where a number belongs; lists and mappings are noted as a problem.</summary>
    private string? Number(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (Find(path) is YamlSequenceNode or YamlMappingNode)
                Problem(path, $"is {Collection}; expected a number");
        }
        return Text(paths);
    }

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Value: null or "null" or "~" or "" };

    private YamlNode? Find(string path)
    {
        YamlNode? node = _root;
        foreach (var key in path.Split('.'))
            node = node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
        return node;
    }
}
