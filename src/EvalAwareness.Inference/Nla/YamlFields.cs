using System.Globalization;
using EvalAwareness.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EvalAwareness.Inference.Nla;

/// <summary>Typed access to a YAML mapping by dotted path; every problem is collected.</summary>
internal sealed class YamlFields
{
    private readonly string _file;
    private readonly YamlMappingNode _root;
    private readonly List<string> _problems = [];

    /// <exception cref="RefusedException">The file is missing or no YAML mapping.</exception>
    public YamlFields(string file)
    {
        _file = file;
        if (!File.Exists(file))
            throw new RefusedException($"{file}: the file does not exist; an NLA checkpoint needs its sidecar.");
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(File.ReadAllText(file)));
            _root = stream.Documents is [{ RootNode: YamlMappingNode mapping }, ..]
                ? mapping
                : throw new RefusedException($"{file}: no YAML mapping.");
        }
        // The parser throws InvalidOperationException for some documents that end too early.
        catch (Exception error) when (error is YamlException or InvalidOperationException)
        {
            throw new RefusedException($"{file}: no YAML ({error.Message})", error);
        }
    }

    public void Problem(string field, string problem) => _problems.Add($"{_file}: {field} {problem}.");

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
            if (Find(path) is YamlScalarNode { Value: { } value } && value is not ("null" or "~" or ""))
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

    /// <summary>Whether a key stands there with nothing, or null, behind it.</summary>
    public bool IsNull(string path) => Find(path) is not null && Text(path) is null;

    public int? Int(params ReadOnlySpan<string> paths)
    {
        if (Text(paths) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(paths[0], $"is '{text}'; expected an integer");
        return null;
    }

    public double? Double(params ReadOnlySpan<string> paths)
    {
        if (Text(paths) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Problem(paths[0], $"is '{text}'; expected a number");
        return null;
    }

    public int RequiredInt(params ReadOnlySpan<string> paths)
    {
        if (Text(paths) is null)
            Problem(paths[0], "is missing");
        return Int(paths) ?? -1;
    }

    public IReadOnlyList<int> Ints(string path)
    {
        if (Find(path) is not YamlSequenceNode sequence)
            return [];
        var numbers = new List<int>();
        foreach (var node in sequence)
        {
            if (node is YamlScalarNode scalar && int.TryParse(scalar.Value, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                Problem(path, $"holds '{node}'; expected integers");
        }
        return numbers;
    }

    private YamlNode? Find(string path)
    {
        YamlNode? node = _root;
        foreach (var key in path.Split('.'))
            node = node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
        return node;
    }
}
