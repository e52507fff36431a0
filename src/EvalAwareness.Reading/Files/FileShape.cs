namespace EvalAwareness.Reading.Files;

/// <summary>How a file is laid out, told by its first bytes.</summary>
internal enum FileShape
{
    Empty,
    JsonLines,
    JsonArray,
    JsonObject,
    Zip,
    Parquet,

    /// <summary>Text that is not JSON.</summary>
    Text,

    /// <summary>Nothing that can be read; <see cref="FileHead.Refusal"/> says what it is.</summary>
    Foreign,
}
