using EvalAwareness.Core;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Loads exactly the tensors a model needs: every key of the file is accounted for before any is used.</summary>
internal sealed class WeightFile : IDisposable
{
    private readonly string _folder;
    private readonly SafetensorsFolder _tensors;

    private WeightFile(string folder, SafetensorsFolder tensors)
    {
        _folder = folder;
        _tensors = tensors;
    }

    /// <exception cref="RefusedException">A weight file is missing or malformed.</exception>
    public static WeightFile Open(string folder)
    {
        try
        {
            return new WeightFile(folder, SafetensorsFolder.Open(folder));
        }
        catch (SafetensorsException error)
        {
            throw new RefusedException($"{folder}: {error.Message}", error);
        }
    }

    /// <summary>Tensors by name, converted and moved; those already of that type on the CPU stay views of the mapped file.</summary>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public Dictionary<string, Tensor> Load(IEnumerable<KeyValuePair<string, long[]>> expected, ScalarType type, Device device)
    {
        var shapes = expected.ToDictionary();
        Check(shapes);
        return shapes.Keys.ToDictionary(name => name, name => Place(_tensors.View(name), type, device));
    }

    public void Dispose() => _tensors.Dispose();

    private static Tensor Place(Tensor view, ScalarType type, Device device)
    {
        var converted = view.To(type);
        if (converted != view)
            view.Dispose();
        var placed = converted.To(device);
        if (placed != converted)
            converted.Dispose();
        return placed;
    }

    /// <summary>Memory that every tensor of a folder takes together in a type.</summary>
    /// <exception cref="RefusedException">A weight file is missing or malformed.</exception>
    public static long BytesIn(string folder, ScalarType type)
    {
        using var file = Open(folder);
        return file._tensors.Names.Sum(name => file._tensors.Entry(name).Shape.Aggregate((long)type.Size(), (elements, size) => elements * size));
    }

    /// <summary>Reads the names, types and shapes alone.</summary>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public void Check(IReadOnlyDictionary<string, long[]> shapes)
    {
        var present = _tensors.Names.ToHashSet();
        var problems = shapes.Keys.Where(name => !present.Contains(name)).Select(name => $"missing tensor {name}")
            .Concat(present.Where(name => !shapes.ContainsKey(name)).Select(name => $"left-over tensor {name}"))
            .Concat(shapes.Where(pair => present.Contains(pair.Key)).Select(pair => Mismatch(pair.Key, pair.Value)).OfType<string>())
            .Order(StringComparer.Ordinal)
            .Select(problem => $"{_folder}: {problem}.")
            .ToList();
        if (problems.Count > 0)
            throw new RefusedException(problems);
    }

    private string? Mismatch(string name, long[] shape)
    {
        var entry = _tensors.Entry(name);
        if (!entry.Shape.SequenceEqual(shape))
            return $"tensor {name} has shape [{string.Join(", ", entry.Shape)}], config.json needs [{string.Join(", ", shape)}]";
        return entry.Type.IsFloatingPoint() ? null : $"tensor {name} holds {entry.Type.Name()}, not floating-point numbers";
    }
}
