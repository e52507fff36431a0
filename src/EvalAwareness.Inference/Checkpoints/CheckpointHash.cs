using System.Security.Cryptography;
using System.Text;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>One hash over every file of a checkpoint that can change a result.</summary>
internal static class CheckpointHash
{
    private static readonly string[] Endings = [".safetensors", ".json", ".yaml", ".jinja"];

    public static string Of(string folder)
    {
        var lines = Directory.EnumerateFiles(folder)
            .Where(file => Endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)} {FileHash(file)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static string FileHash(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
