using System.Globalization;
using System.Text.Json;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>Which innermost columns can be read, by their types.</summary>
internal static class Leaves
{
    private static readonly Dictionary<Type, ReadLeaf> Types = new()
    {
        [typeof(ReadOnlyMemory<char>)] = Of<ReadOnlyMemory<char>>(value => value.ToString(), (json, value) => json.WriteStringValue(value.Span)),
        [typeof(bool)] = Of<bool>(value => value ? "true" : "false", (json, value) => json.WriteBooleanValue(value)),
        [typeof(int)] = Of<int>(Text, (json, value) => json.WriteNumberValue(value)),
        [typeof(long)] = Of<long>(Text, (json, value) => json.WriteNumberValue(value)),
        [typeof(float)] = Of<float>(Text, (json, value) => WriteNumber(json, value)),
        [typeof(double)] = Of<double>(Text, WriteNumber),
        [typeof(Guid)] = Of<Guid>(value => value.ToString(), (json, value) => json.WriteStringValue(value)),
    };

    private delegate Task<Leaf> ReadLeaf(ParquetRowGroupReader group, DataField field, CancellationToken stop);

    public static bool CanRead(DataField field) => Types.ContainsKey(field.ClrType);

    public static Task<Leaf> ReadAsync(ParquetRowGroupReader group, DataField field, CancellationToken stop) => Types[field.ClrType](group, field, stop);

    /// <summary>Those below a field that can be read.</summary>
    public static IEnumerable<DataField> Below(Field field) => field switch
    {
        DataField leaf => CanRead(leaf) ? [leaf] : [],
        ListField list => Below(list.Item),
        MapField map => Below(map.Key).Concat(Below(map.Value)),
        StructField group => group.Fields.SelectMany(Below),
        _ => [],
    };

    private static ReadLeaf Of<TValue>(Func<TValue, string> text, Action<Utf8JsonWriter, TValue> write) where TValue : struct =>
        (group, field, stop) => Leaf<TValue>.ReadAsync(group, field, text, write, stop);

    private static string Text<TValue>(TValue value) where TValue : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static void WriteNumber(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(Text(value));
    }
}
