using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Tests.Architectures;

/// <summary>Reads a configuration from text.</summary>
internal static class TextConfiguration
{
    /// <param name="fields">What stands between the braces.</param>
    public static DecoderConfiguration Read(string fields)
    {
        var folder = Directory.CreateTempSubdirectory("configuration").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, ConfigurationFile.Name), $"{{{fields}}}");
            return ConfigurationFile.Read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
