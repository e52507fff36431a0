using System.Text.Json;
using System.Text.Json.Serialization;
using EvalAwareness.Core;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Results.Calibration;

/// <summary>Calibrations on disk: one JSON document each, named as the tables are.</summary>
public static class CalibrationFile
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
        NewLine = "\n",
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>Replaces one that lies there.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static Task WriteAsync(CalibrationDocument document, string path, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return PendingFile.WriteTextAsync(path, Text(document), stop);
    }

    /// <summary>What stands in the file.</summary>
    public static string Text(CalibrationDocument document) => JsonSerializer.Serialize(document, Options) + "\n";

    /// <exception cref="RefusedException">The file is there and is no calibration.</exception>
    public static CalibrationDocument Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<CalibrationDocument>(File.ReadAllText(path), Options) is { Kind: CalibrationDocument.Format } document
                ? document
                : throw new JsonException($"its kind is not {CalibrationDocument.Format}.");
        }
        catch (JsonException broken)
        {
            throw new RefusedException(
                $"{path}: no calibration of a judge: {broken.Message} Make it again with judge calibrate, or move it away.", broken);
        }
    }
}
