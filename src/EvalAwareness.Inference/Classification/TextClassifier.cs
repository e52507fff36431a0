using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Models;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Classification;

/// <summary>An encoder that was trained on labelled texts. Computes in float32 on the CPU, one text at a time, so that no answer depends on what is read beside it.</summary>
public sealed class TextClassifier : ITextClassifier, IDisposable
{
    private readonly ClassifierFile _file;
    private readonly WordPieces _pieces;
    private readonly Dictionary<string, Tensor> _weights;
    private readonly Encoder _encoder;
    private readonly ClassifierHead _head;
    private readonly Lock _turn = new();

    private TextClassifier(ClassifierFile file, WordPieces pieces, Dictionary<string, Tensor> weights, string sha256)
    {
        (_file, _pieces, _weights, Sha256) = (file, pieces, weights, sha256);
        (_encoder, _head) = (new Encoder(weights), new ClassifierHead(weights));
    }

    public string Name => _file.Name;

    public string Sha256 { get; }

    /// <summary>Memory of the weights.</summary>
    public long WeightBytes => _weights.Values.Sum(weight => weight.ElementCount * sizeof(float));

    /// <param name="folder">What <c>judge train</c> has left: classifier.json and classifier.safetensors.</param>
    /// <exception cref="RefusedException">A file is missing or broken, or made for another encoder.</exception>
    public static TextClassifier Load(string folder)
    {
        var file = ClassifierFile.Read(folder);
        using var encoder = PackagedEncoder.Load();
        if (file.EncoderSha256 != encoder.Sha256)
            throw new RefusedException($"{folder}: made for another version of {file.Encoder} ({file.EncoderSha256[..Math.Min(12, file.EncoderSha256.Length)]}); train it again: evalaware judge train.");
        return Load(folder, file, encoder);
    }

    public TextClasses? Classify(string text)
    {
        var sentences = TextSentences.Of(text);
        var windows = ReadingWindow.Of(text, sentences, _pieces);
        if (windows.Count == 0)
            return null;
        lock (_turn)
        {
            // The window that most says so decides: what one passage says is said.
            return windows.Select(window => Read(window, sentences)).MaxBy(read => read.ProbabilityOf(Verdict.Yes));
        }
    }

    public void Dispose()
    {
        foreach (var weight in _weights.Values)
            weight.Dispose();
    }

    private static TextClassifier Load(string folder, ClassifierFile file, PackagedEncoder encoder)
    {
        var path = Path.Combine(folder, ClassifierFile.WeightsName);
        using var trained = SafetensorsFile.Open(path);
        Check(path, trained, ClassifierWeights.Shapes(encoder.Weights, file.Rank, file.Classes.Count));
        using var absence = TensorScope.Leave();
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        var views = trained.Entries.Keys.ToDictionary(name => name, name => trained.View(name).To(ScalarType.Float32));
        var joined = ClassifierWeights.Join(encoder.Weights, views, file.Scale).ToDictionary(weight => weight.Key, weight => Kept(weight.Value));
        var hash = SHA256.HashData([.. File.ReadAllBytes(path), .. Encoding.UTF8.GetBytes(file.EncoderSha256), .. File.ReadAllBytes(Path.Combine(folder, ClassifierFile.FileName))]);
        return new TextClassifier(file, encoder.Pieces, joined, Convert.ToHexStringLower(hash));
    }

    /// <summary>A copy that outlives the scope, the encoder and the file.</summary>
    private static Tensor Kept(Tensor weight)
    {
        using var absence = TensorScope.Leave();
        return weight.Clone();
    }

    private static void Check(string path, SafetensorsFile file, IEnumerable<KeyValuePair<string, long[]>> expected)
    {
        var shapes = expected.ToDictionary();
        var problem = shapes.Where(shape => !file.Entries.TryGetValue(shape.Key, out var entry) || !entry.Shape.SequenceEqual(shape.Value))
            .Select(shape => $"{shape.Key} is missing or not of shape {string.Join(" x ", shape.Value)}")
            .Concat(file.Entries.Keys.Where(name => !shapes.ContainsKey(name)).Select(name => $"{name} is no tensor of a classifier"))
            .FirstOrDefault();
        if (problem is not null)
            throw new RefusedException($"{path}: {problem}.");
    }

    private TextClasses Read(ReadingWindow window, IReadOnlyList<Range> sentences)
    {
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        var (states, mask) = _encoder.Forward([window.Ids]);
        var attention = _head.Attention(states, mask);
        var probabilities = _head.Logits(ClassifierHead.Pool(states, attention)).Softmax(-1).ToArray<float>();
        var sentence = attention.ToArray<float>().Zip(window.Sentences).Where(place => place.Second >= 0)
            .GroupBy(place => place.Second).MaxBy(places => places.Sum(place => place.First))!.Key;
        return new TextClasses(
            [.. _file.Classes.Zip(probabilities, (one, probability) => new TextClass(one.Name, one.Verdict, probability))], sentences[sentence]);
    }
}
