using System.Buffers;
using System.Text;
using System.Text.Json;
using EvalAwareness.Core;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>Takes the values of one column of a row group row by row; nested ones are put together to JSON.</summary>
internal sealed class ColumnCursor(Field field, IReadOnlyDictionary<DataField, Leaf> leaves)
{
    /// <param name="group">The row group.</param>
    /// <param name="field">The column.</param>
    /// <param name="most">How many bytes of it may be taken in.</param>
    /// <param name="stop">Cancels.</param>
    /// <exception cref="ItemException">It is of another type, too large, or not of as many rows as the group.</exception>
    public static async Task<ColumnCursor> OpenAsync(ParquetRowGroupReader group, Field field, long most, CancellationToken stop)
    {
        var readable = Leaves.Below(field).ToList();
        if (readable.Count == 0)
            throw new ItemException($"`{field.Name}` is of a type that is neither text nor number");
        var bytes = readable.Sum(leaf => group.GetMetadata(leaf)?.MetaData?.TotalUncompressedSize ?? 0);
        if (bytes < 0 || bytes > most)
            throw new ItemException($"`{field.Name}` takes {bytes >> 20} MB in one row group, of which {most >> 20} can be held; write smaller row groups");
        var leaves = new Dictionary<DataField, Leaf>(ReferenceEqualityComparer.Instance);
        foreach (var leaf in readable)
        {
            leaves[leaf] = await Leaves.ReadAsync(group, leaf, stop);
            if (leaves[leaf].Rows != group.RowCount)
                throw new ItemException($"`{leaf.Path}` has {leaves[leaf].Rows} rows in a group of {group.RowCount}");
        }
        return new ColumnCursor(field, leaves);
    }

    public Cell Next()
    {
        if (field is DataField { IsArray: false } plain)
            return new Cell(leaves[plain].TakeText());
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        Write(json, field);
        json.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return new Cell(text == "null" ? null : text, IsJson: true);
    }

    private void Write(Utf8JsonWriter json, Field part)
    {
        switch (part)
        {
            case DataField { IsArray: true } list:
                WriteList(json, list, list.MaxDefinitionLevel, list.MaxRepetitionLevel, () => leaves[list].Write(json));
                break;
            case DataField value:
                leaves[value].Write(json);
                break;
            // An old way to write a list: what repeats is its item.
            case ListField { Item: DataField { IsArray: true } } list:
                WriteUnlessMissing(json, list, () => Write(json, list.Item));
                break;
            case ListField list:
                WriteList(json, list, list.MaxDefinitionLevel, list.MaxRepetitionLevel, () => Write(json, list.Item));
                break;
            case MapField map:
                WriteList(json, map, map.MaxDefinitionLevel, map.MaxRepetitionLevel, () => WriteObject(json, [map.Key, map.Value]));
                break;
            case StructField group:
                WriteUnlessMissing(json, group, () => WriteObject(json, group.Fields));
                break;
        }
    }

    private void WriteObject(Utf8JsonWriter json, IEnumerable<Field> members)
    {
        json.WriteStartObject();
        foreach (var member in members.Where(member => Leaves.Below(member).Any()))
        {
            json.WritePropertyName(member.Name);
            Write(json, member);
        }
        json.WriteEndObject();
    }

    private void WriteUnlessMissing(Utf8JsonWriter json, Field part, Action write)
    {
        if (FirstOf(part).Definition >= part.MaxDefinitionLevel)
            write();
        else
            WriteMissing(json, part);
    }

    /// <summary>Items follow as long as their level says that they go on with this list.</summary>
    private void WriteList(Utf8JsonWriter json, Field list, int existing, int level, Action writeItem)
    {
        var first = FirstOf(list);
        if (first.Definition < existing)
        {
            WriteMissing(json, list);
            return;
        }
        json.WriteStartArray();
        do
            writeItem();
        while (first.Repetition == level);
        json.WriteEndArray();
    }

    // A list without items and one that is missing are the same to whoever reads messages.
    private void WriteMissing(Utf8JsonWriter json, Field part)
    {
        json.WriteNullValue();
        foreach (var leaf in Leaves.Below(part))
            leaves[leaf].Skip();
    }

    private Leaf FirstOf(Field part) => leaves[Leaves.Below(part).First()];
}
