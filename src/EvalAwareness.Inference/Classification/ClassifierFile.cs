using System.Text.Json;
using System.Text.Json.Serialization;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Inference.Classification;

/// <summary>What stands beside the weights of a classifier, as JSON.</summary>
/// <param name="Name">Name of the classifier.</param>
/// <param name="Encoder">The encoder that it adds to.</param>
/// <param name="EncoderSha256">Of the encoder as exported, lower-case hex.</param>
/// <param name="Rank">Of the matrices that are added.</param>
/// <param name="Scale">Factor of the products that are added.</param>
/// <param name="Classes">What each class stands for, in the order of the outputs.</param>
/// <param name="Trained">How it was made, to be read by people.</param>
internal sealed record ClassifierFile(
    string Name, string Encoder, string EncoderSha256, int Rank, double Scale, IReadOnlyList<ClassifierClass> Classes, IReadOnlyDictionary<string, string> Trained)
{
    public const string FileName = "classifier.json";
    public const string WeightsName = "classifier.safetensors";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public void Write(string folder) => File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Options) + "\n");

    /// <exception cref="RefusedException">There is no such file, or it is no classifier's.</exception>
    public static ClassifierFile Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new RefusedException($"{path}: the file does not exist; a classifier is a folder that 'judge train' has made.");
        try
        {
            var file = JsonSerializer.Deserialize<ClassifierFile>(File.ReadAllText(path), Options) ?? throw new RefusedException($"{path}: holds null.");
            file.Check(path);
            return file;
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{path}: no classifier: {broken.Message}", broken);
        }
    }

    private void Check(string path)
    {
        if (Encoder != PackagedEncoder.Name)
            throw new RefusedException($"{path}: encoder is '{Encoder}'; this version has {PackagedEncoder.Name}.");
        if (Rank < 1 || !double.IsFinite(Scale))
            throw new RefusedException($"{path}: rank {Rank} and scale {Scale} cannot be computed with.");
        if (Classes.Count == 0 || Classes.DistinctBy(one => one.Name).Count() != Classes.Count)
            throw new RefusedException($"{path}: classes are missing, or one stands twice.");
    }
}

/// <summary>One class of a classifier and the verdict it stands for.</summary>
internal sealed record ClassifierClass(string Name, Verdict Verdict);
