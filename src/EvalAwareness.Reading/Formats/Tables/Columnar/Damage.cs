using EvalAwareness.Core;

namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>Says what is wrong with a file that the library fails on: one that is damaged fails in as many ways as there are bytes.</summary>
internal static class Damage
{
    /// <summary>Whether it is the file that failed, not the one who reads it that stopped.</summary>
    public static bool IsFileAtFault(Exception error) => error is not OperationCanceledException;

    public static string Describe(Exception error) => error switch
    {
        ItemException => error.Message,
        NotImplementedException => "nested columns in data pages of version 2 cannot be read; write the file with pages of version 1",
        _ => $"the Parquet file is damaged, or stored in a way that is not known: {error.Message}",
    };
}
