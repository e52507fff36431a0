using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Tests.Scripted;

/// <summary>
/// A small model of words: its vector at a position tells the word that stands there, and its explanations repeat that word.
/// Some words misbehave on purpose; see the constants.
/// </summary>
internal sealed class ScriptedModel : ITargetModel, IVerbalizer, IReconstructor
{
    /// <summary>Its activation is far longer than the others.</summary>
    public const string Sink = "sink";

    /// <summary>Its activation is not a number.</summary>
    public const string Nan = "nan";

    /// <summary>A transcript with this word cannot be captured.</summary>
    public const string Blackout = "blackout";

    /// <summary>Cannot be put into words.</summary>
    public const string Speechless = "speechless";

    /// <summary>Its explanation is cut off.</summary>
    public const string Mumble = "mumble";

    /// <summary>Its explanation cannot be read back.</summary>
    public const string Gibberish = "gibberish";

    /// <summary>What it says when nothing was injected.</summary>
    public const string Nothing = "nothing";

    /// <summary>What it says of a vector that stands for no word.</summary>
    public const string Noise = "noise";

    public const int Width = 4;

    private readonly ScriptedTokenizer _tokenizer;

    public ScriptedModel(ScriptedTokenizer tokenizer) => _tokenizer = tokenizer;

    public ModelCard Card { get; init; } = new("scripted", "5c", Width, 2, 4096, 1 << 20, "float32", null);

    public int Layer => 1;

    public double? VarianceBaseline => 1;

    /// <summary>How its explanations begin.</summary>
    public string Greeting { get; init; } = "";

    /// <summary>Called before each capture; a test puts the machine's failures here.</summary>
    public Action<IReadOnlyList<CaptureRequest>> OnCapture { get; init; } = _ => { };

    /// <summary>Called when it has to make room.</summary>
    public Action OnRelease { get; init; } = () => { };

    public void Release() => OnRelease();

    public IReadOnlyList<IReadOnlyList<Activation>> Capture(IReadOnlyList<CaptureRequest> requests, CancellationToken stop)
    {
        OnCapture(requests);
        return [.. requests.Select(CaptureOne)];
    }

    public IReadOnlyList<Explanation> Explain(
        IReadOnlyList<VerbalizationRequest> requests, SamplingOptions options, CancellationToken stop) =>
        [.. requests.Select(ExplainOne)];

    public IReadOnlyList<Fidelity> Score(
        IReadOnlyList<string> explanations, IReadOnlyList<float[]> activations, CancellationToken stop) =>
        [.. explanations.Zip(activations, (explanation, vector) => explanation.Contains(Gibberish)
            ? throw new ItemException("gibberish cannot be read back")
            : new Fidelity(0.5, vector[0] / (1 + vector[0]), null))];

    private IReadOnlyList<Activation> CaptureOne(CaptureRequest request)
    {
        if (request.TokenIds.Any(id => _tokenizer.WordOf(id) == Blackout))
            throw new ItemException("the lights went out");
        return [.. request.Positions.Select(position => new Activation(request.TranscriptId, position, Vector(request, position)))];
    }

    private float[] Vector(CaptureRequest request, int position)
    {
        var id = request.TokenIds[position];
        float scale = _tokenizer.WordOf(id) switch { Sink => 1e6f, Nan => float.NaN, _ => 1 };
        return [id, scale * 100_000, position, scale];
    }

    private Explanation ExplainOne(VerbalizationRequest request)
    {
        var word = WordFor(request.Vector);
        if (word == Speechless)
            throw new ItemException("no words for this");
        var random = new KeyedRandom(
            request.Key.Seed, request.Key.TranscriptId, request.Key.Condition, $"{request.Key.Position}/{request.Key.Sample}");
        var text = $"{Greeting}draw {random.NextInt(1000)}: the word {word}";
        return word == Mumble
            ? new Explanation(request.Key, null, text, ClosingStatus.Truncated, 9)
            : new Explanation(request.Key, text, $"<explanation>{text}</explanation>", ClosingStatus.Closed, 7);
    }

    private string WordFor(float[]? vector) => vector switch
    {
        null => Nothing,
        [var id, ..] when _tokenizer.IsWord((int)id) && id == (int)id => _tokenizer.WordOf((int)id),
        _ => Noise,
    };
}
