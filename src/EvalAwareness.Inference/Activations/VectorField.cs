using System.Buffers;
using EvalAwareness.Core;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Inference.Activations;

/// <summary>The column of activations in a Parquet file: a list of numbers in every row.</summary>
public static class VectorField
{
    /// <summary>What every tool calls it.</summary>
    public const string Name = "activation_vector";

    /// <summary>Numbers of one row group that are read at once: 65,536 vectors of width 8,192, the largest groups in use.</summary>
    private const long MostNumbers = 1L << 29;

    /// <summary>The list that stands in a schema around <paramref name="element"/>.</summary>
    public static ListField ListOf(DataField element) => new(Name, element);

    /// <summary>The numbers within the lists of a file, whoever wrote it.</summary>
    /// <exception cref="RefusedException">There is no such column, or it holds something else.</exception>
    public static DataField Find(string file, ParquetSchema schema)
    {
        var found = schema.DataFields.Where(field => field.Path.FirstPart == Name).ToList();
        return found is [{ MaxRepetitionLevel: 1 } element] && (element.ClrType == typeof(float) || element.ClrType == typeof(double))
            ? element
            : throw new RefusedException(found.Count == 0
                ? $"{file}: there is no column {Name}, only {string.Join(", ", schema.Fields.Select(field => field.Name))}."
                : $"{file}: the column {Name} is no list of float or double.");
    }

    /// <summary>Writes lists: every number is there (its definition level is the highest), and the first of a row begins a list
    /// (repetition 0).</summary>
    /// <param name="group">Where the column is the next to be written.</param>
    /// <param name="element">The numbers within the list.</param>
    /// <param name="vectors">None of them empty.</param>
    /// <param name="stop">Cancels; the group is not whole then.</param>
    public static async Task WriteAsync(ParquetRowGroupWriter group, DataField element, IReadOnlyList<float[]> vectors, CancellationToken stop)
    {
        var count = vectors.Sum(vector => vector.Length);
        // Megabytes that every group would leave to the collector, which lets hundreds of them gather.
        using var values = MemoryPool<float>.Shared.Rent(count);
        using var definitions = MemoryPool<int>.Shared.Rent(count);
        using var repetitions = MemoryPool<int>.Shared.Rent(count);
        Fill(vectors, element.MaxDefinitionLevel, values.Memory.Span, definitions.Memory.Span[..count], repetitions.Memory.Span[..count]);
        await group.WriteAllPartsAsync<float>(element, values.Memory[..count], definitions.Memory[..count], repetitions.Memory[..count], stop);
    }

    private static void Fill(IReadOnlyList<float[]> vectors, int defined, Span<float> values, Span<int> definitions, Span<int> repetitions)
    {
        definitions.Fill(defined);
        repetitions.Fill(1);
        var begin = 0;
        foreach (var vector in vectors)
        {
            vector.CopyTo(values[begin..]);
            repetitions[begin] = 0;
            begin += vector.Length;
        }
    }

    /// <returns>The vector of every row of the group: empty where there is none, NaN where a number is missing.</returns>
    /// <exception cref="RefusedException">The group holds more numbers than are read at once.</exception>
    public static Task<float[][]> ReadAsync(ParquetRowGroupReader group, DataField element, CancellationToken stop) =>
        element.ClrType == typeof(double)
            ? ReadAsync<double>(group, element, value => (float)value, stop)
            : ReadAsync<float>(group, element, value => value, stop);

    private static async Task<float[][]> ReadAsync<T>(
        ParquetRowGroupReader group, DataField element, Func<T, float> convert, CancellationToken stop) where T : struct
    {
        var count = group.GetMetadata(element)!.MetaData!.NumValues;
        if (count > MostNumbers)
            throw new RefusedException(
                $"a row group holds {count} numbers of {Name}, and at most {MostNumbers} are read at once; write it with smaller row groups");
        var (values, definitions, repetitions) = (new T[count], new int[count], new int[count]);
        await group.ReadRawAsync<T>(element, values.AsMemory(), definitions.AsMemory(), repetitions.AsMemory(), stop);
        return [.. Cut(element, Array.ConvertAll(values, value => convert(value)), definitions, repetitions)];
    }

    /// <summary>Definition levels say what is there: the highest a number, the one below a missing number where numbers may be missing,
    /// and the others a row without any.</summary>
    private static IEnumerable<float[]> Cut(DataField element, float[] values, int[] definitions, int[] repetitions)
    {
        var missing = element.IsNullable ? element.MaxDefinitionLevel - 1 : -1;
        var (vector, next) = (new List<float>(), 0);
        for (var entry = 0; entry < definitions.Length; entry++)
        {
            if (repetitions[entry] == 0 && entry > 0)
            {
                yield return [.. vector];
                vector.Clear();
            }
            if (definitions[entry] == element.MaxDefinitionLevel)
                vector.Add(values[next++]);
            else if (definitions[entry] == missing)
                vector.Add(float.NaN);
        }
        if (definitions.Length > 0)
            yield return [.. vector];
    }
}
