using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Chat;

/// <summary>A checkpoint that answers conversations. Loaded when it is first asked; every call from one thread.</summary>
public sealed class ChatModel : IDisposable
{
    private readonly Checkpoint _checkpoint;
    private readonly Resident<LoadedDecoder> _weights;
    private readonly IReadOnlySet<int> _stopIds;
    private readonly ChatPrompt _prompt;

    private ChatModel(Checkpoint checkpoint, ComputeOptions compute)
    {
        _checkpoint = checkpoint;
        _weights = LoadedDecoder.WhenUsed(checkpoint, WeightNames.OfLanguageModel(checkpoint.Configuration), compute);
        _stopIds = StopTokens.Read(checkpoint.Folder);
        _prompt = new ChatPrompt(checkpoint.Tokenizer, ChatTemplate.Load(checkpoint.Folder));
        Card = checkpoint.Card(compute, trainedOn: null);
    }

    public ModelCard Card { get; }

    /// <exception cref="RefusedException">The checkpoint is broken or incomplete.</exception>
    public static ChatModel Load(string folder, ComputeOptions compute) => new(Checkpoint.Open(folder), compute);

    /// <param name="messages">The conversation.</param>
    /// <param name="options">How the answer is sampled.</param>
    /// <param name="key">What its random numbers depend on.</param>
    /// <param name="firstTokens">How many of the most probable first tokens are told.</param>
    /// <param name="stop">Cancels between tokens.</param>
    /// <exception cref="ItemException">The conversation cannot be rendered, or is too long.</exception>
    public ChatCompletion Complete(IReadOnlyList<Message> messages, SamplingOptions options, SampleKey key, int firstTokens, CancellationToken stop)
    {
        var prompt = _prompt.Encode(messages);
        var room = Card.ContextLength - prompt.Length;
        if (room < 1)
            throw new ItemException($"too long: {prompt.Length} tokens; the model reads at most {Card.ContextLength}");
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var most = Math.Min(options.MaxNewTokens, room);
        var decoder = _weights.Value.Decoder;
        var cache = new KeyValueCache(decoder.Configuration, 1, prompt.Length + most, decoder.Type, decoder.Device);
        var logits = Read(decoder, prompt, cache);
        var first = FirstTokens(logits, firstTokens);
        var written = new TokenWriter(decoder, options).Write(new DecodingBatch([key], most, _stopIds), cache, logits, stop).Single();
        return new ChatCompletion(
            _checkpoint.Tokenizer.Decode(written.Ids), prompt.Length, written.Ids.Count + (written.Stopped ? 1 : 0), written.Stopped) { FirstTokens = first };
    }

    public void Dispose() => _weights.Dispose();

    /// <returns>Scores of the first new token, [1, vocabulary].</returns>
    private static Tensor Read(Decoder decoder, int[] prompt, KeyValueCache cache)
    {
        using var scope = TensorScope.Enter();
        var hidden = decoder.Forward(decoder.Embed(PaddedTokens.Create([prompt], decoder.Device)), cache);
        return scope.Return(decoder.Logits(hidden.Select(1, hidden.Size(1) - 1)));
    }

    private IReadOnlyList<(string Text, double Probability)> FirstTokens(Tensor logits, int most)
    {
        if (most == 0)
            return [];
        using var scope = TensorScope.Enter();
        var (probabilities, ids) = logits.To(ScalarType.Float32).Softmax(-1).SortDescending(-1);
        return
        [
            .. ids.ToArray<long>().Take(most)
                .Zip(probabilities.ToArray<float>(), (id, probability) => (_checkpoint.Tokenizer.TokenText((int)id), (double)probability)),
        ];
    }
}
