using EvalAwareness.Core;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Loads exactly the tensors a model needs: every key of the file is accounted for before any is used.</summary>
internal sealed class WeightFile : IDisposable
{
    private readonly SafetensorsFolder _tensors;
    private readonly Dictionary<string, string> _storedNames;                                   // by plain name

    private WeightFile(SafetensorsFolder tensors, Dictionary<string, string> storedNames)
    {
        _tensors = tensors;
        _storedNames = storedNames;
    }

    /// <param name="folder">A Hugging Face folder.</param>
    /// <param name="configuration">Its architecture says which names are wrapped and which tensors belong to parts that are not computed.</param>
    /// <exception cref="RefusedException">A weight file is missing or malformed.</exception>
    public static WeightFile Open(string folder, DecoderConfiguration configuration)
    {
        try
        {
            var tensors = SafetensorsFolder.Open(folder);
            try
            {
                return new WeightFile(tensors, StoredNames(tensors, configuration));
            }
            catch
            {
                tensors.Dispose();
                throw;
            }
        }
        catch (SafetensorsException error)
        {
            throw new RefusedException(error.Message, error);
        }
    }

    /// <summary>All tensors, checked and loaded.</summary>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public Dictionary<string, Tensor> Load(IEnumerable<KeyValuePair<string, long[]>> expected, ScalarType type, Device device)
    {
        var shapes = expected.ToDictionary();
        Check(shapes);
        return Load(shapes.Keys, type, device);
    }

    /// <summary>Tensors by name, converted and moved; those already of that type on the CPU stay views of the mapped file.</summary>
    /// <exception cref="RefusedException">There is no such tensor.</exception>
    public Dictionary<string, Tensor> Load(IEnumerable<string> names, ScalarType type, Device device)
    {
        var tensors = new Dictionary<string, Tensor>();
        try
        {
            foreach (var name in names)
                tensors.Add(name, Place(View(name), type, device));
            return tensors;
        }
        catch
        {
            // A device that is full must not stay full of what nobody gets.
            foreach (var tensor in tensors.Values)
                tensor.Dispose();
            throw;
        }
    }

    /// <summary>Reads the names, types and shapes alone.</summary>
    /// <exception cref="RefusedException">Lists every missing, left-over and misshapen tensor.</exception>
    public void Check(IReadOnlyDictionary<string, long[]> shapes)
    {
        var problems = shapes.Keys.Where(name => !_storedNames.ContainsKey(name)).Select(name => $"missing tensor {name}")
            .Concat(_storedNames.Where(names => !shapes.ContainsKey(names.Key)).Select(names => $"left-over tensor {names.Value}"))
            .Concat(shapes.Where(pair => _storedNames.ContainsKey(pair.Key)).Select(pair => Mismatch(pair.Key, pair.Value)).OfType<string>())
            .Order(StringComparer.Ordinal)
            .Select(problem => $"{_tensors.Listing}: {problem}.")
            .ToList();
        if (problems.Count > 0)
            throw new RefusedException(problems);
    }

    /// <summary>A view of one tensor, by its plain name.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public Tensor View(string name) =>
        _storedNames.TryGetValue(name, out var stored)
            ? _tensors.View(stored)
            : throw new RefusedException($"{_tensors.Listing}: missing tensor {name}.");

    public void Dispose() => _tensors.Dispose();

    private static Dictionary<string, string> StoredNames(SafetensorsFolder tensors, DecoderConfiguration configuration)
    {
        var named = tensors.Names.Select(name => (Plain: configuration.Architecture.PlainName(name), Stored: name))
            // A tied head may be written again; transformers replaces it with the embedding.
            .Where(names => names.Plain is not null && !(configuration.TiedEmbeddings && names.Plain == WeightNames.Head))
            .ToLookup(names => names.Plain!, names => names.Stored);
        var twice = named.Where(names => names.Count() > 1).Select(names => $"{tensors.Listing}: tensor {names.Key} stands there twice, as {string.Join(" and ", names)}.").ToList();
        return twice.Count == 0 ? named.ToDictionary(names => names.Key, names => names.First()) : throw new RefusedException(twice);
    }

    private static Tensor Place(Tensor view, ScalarType type, Device device)
    {
        // Straight from the mapped file to where it is used, and converted there.
        var placed = view.To(device);
        if (placed != view)
            view.Dispose();
        var converted = placed.To(type);
        if (converted != placed)
            placed.Dispose();
        return converted;
    }

    private string? Mismatch(string name, long[] shape)
    {
        var entry = _tensors.Entry(_storedNames[name]);
        if (!entry.Shape.SequenceEqual(shape))
            return $"tensor {name} has shape [{string.Join(", ", entry.Shape)}], config.json needs [{string.Join(", ", shape)}]";
        return entry.Type.IsFloatingPoint() ? null : $"tensor {name} holds {entry.Type.Name()}, not floating-point numbers";
    }
}
