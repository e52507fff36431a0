using System.Text.Json;
using EvalAwareness.Core;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>The values of a column of one type.</summary>
internal sealed class Leaf<TValue>(
    TValue[] values, int deepest, int[]? definitions, int[]? repetitions, Func<TValue, string> text, Action<Utf8JsonWriter, TValue> write)
    : Leaf(deepest, definitions, repetitions, values.Length)
    where TValue : struct
{
    // Levels may be many without a value: they cost next to nothing on disk.
    private const int MostValues = 16 << 20;

    /// <exception cref="ItemException">The row group has no such column, or more values than can be held.</exception>
    public static async Task<Leaf> ReadAsync(
        ParquetRowGroupReader group, DataField field, Func<TValue, string> text, Action<Utf8JsonWriter, TValue> write, CancellationToken stop)
    {
        var count = group.GetMetadata(field)?.MetaData?.NumValues ?? throw new ItemException($"there is no column `{field.Path}`");
        if (count is < 0 or > MostValues)
            throw new ItemException($"`{field.Path}` has {count} values; {MostValues} can be held at once");
        var values = new TValue[count];
        var definitions = field.MaxDefinitionLevel > 0 ? new int[count] : null;
        var repetitions = field.MaxRepetitionLevel > 0 ? new int[count] : null;
        await group.ReadRawAsync(field, values.AsMemory(), definitions?.AsMemory(), repetitions?.AsMemory(), stop);
        return new Leaf<TValue>(values, field.MaxDefinitionLevel, definitions, repetitions, text, write);
    }

    protected override string TextOf(int index) => text(values[index]);

    protected override void WriteValue(Utf8JsonWriter json, int index) => write(json, values[index]);
}
