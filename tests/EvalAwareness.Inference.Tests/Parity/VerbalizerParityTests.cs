using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>From an activation to its explanation, step by step, against the contract computed in float64.</summary>
public sealed class VerbalizerParityTests : IDisposable
{
    private const int Steps = 8;

    private static readonly SamplingOptions Greedy = new() { Temperature = 0, MaxNewTokens = Steps };

    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void The_prompt_has_the_ids_of_the_contract(string name)
    {
        using var pair = new ParityPair(name);
        var prompt = Prompt(pair);

        Assert.Equal(pair.Ids("av.prompt"), (int[])[.. prompt.Prefix, prompt.MarkerId, .. prompt.Suffix]);
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void What_the_first_block_reads_and_every_block_writes_is_that_of_the_contract(string name)
    {
        using var pair = new ParityPair(name);
        using var loaded = Load(pair);
        using var scope = TensorScope.Enter();
        var prompt = Prompt(pair);
        var (prefix, suffix) = (Embed(loaded, prompt.Prefix), Embed(loaded, prompt.Suffix));
        var marker = Embed(loaded, [prompt.MarkerId]).ToArray<float>();
        foreach (var (index, request) in pair.Requests.Index())
        {
            var states = Tensor.Concatenate([prefix, Replacing(pair).Embed(loaded.Decoder, marker, suffix, [request.Vector])], 1);
            ParityError.AssertWithinFloat32(pair.Numbers($"av.{index}.embedded"), states.ToArray<float>());
            for (var block = 0; block < loaded.Decoder.Configuration.Blocks; block++)
            {
                states = loaded.Decoder.Forward(states, blocks: block..(block + 1));
                ParityError.AssertWithinFloat32(pair.Numbers($"av.{index}.hidden.{block}"), states.ToArray<float>());
            }
        }
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void The_scores_of_every_step_are_those_of_the_contract(string name)
    {
        using var pair = new ParityPair(name);
        using var loaded = Load(pair);
        using var explaining = Explaining(pair, loaded);
        using var scope = TensorScope.Enter();
        var written = pair.Requests.Select((_, index) => pair.Ids($"av.{index}.tokens")).ToArray();
        using var cache = explaining.NewCache(written.Length, Steps);
        var logits = explaining.Prefill(pair.Requests, cache);
        var writer = new TokenWriter(loaded.Decoder, Greedy);
        for (var step = 0; step < Steps; step++)
        {
            foreach (var (index, scores) in logits.ToArray<float>().Chunk((int)logits.Size(1)).Index().Where(row => step < written[row.Index].Length))
                ParityError.AssertWithinFloat32(pair.Rows($"av.{index}.logits")[step], scores);
            // Those that have ended go on with their stop token, which changes nothing for the others.
            logits = writer.Next(Array.ConvertAll(written, tokens => (long)tokens[Math.Min(step, tokens.Length - 1)]), cache, replaces: logits);
        }
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void The_tokens_written_are_those_of_the_contract_to_the_stop_token(string name)
    {
        using var pair = new ParityPair(name);
        using var loaded = Load(pair);
        using var explaining = Explaining(pair, loaded);

        var decoded = explaining.Decode(pair.Requests, Greedy, CancellationToken.None);

        Assert.Equal(
            pair.Requests.Select((_, index) => pair.Ids($"av.{index}.tokens")),
            decoded.Select(tokens => (int[])[.. tokens.Ids, .. tokens.StopId is { } stop ? [stop] : Array.Empty<int>()]));
        Assert.Single(decoded, tokens => tokens.Stopped);
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void A_loaded_verbalizer_writes_the_responses_of_the_contract_together_and_alone(string name)
    {
        using var pair = new ParityPair(name);
        using var verbalizer = Verbalizer.Load(pair.Verbalizer, TinyCheckpoint.Float32);

        Assert.Equal(pair.Responses, Responses(pair.Requests));
        Assert.Equal(pair.Responses, pair.Requests.SelectMany(request => Responses([request])));

        IEnumerable<string> Responses(IReadOnlyList<VerbalizationRequest> requests) =>
            verbalizer.Explain(requests, Greedy, CancellationToken.None).Select(explanation => explanation.RawResponse);
    }

    private static VerbalizerPrompt Prompt(ParityPair pair) => VerbalizerPrompt.Create(
        pair.Verbalizer, SidecarFile.Read(pair.Verbalizer), Checkpoint.Open(pair.Verbalizer).Tokenizer, ChatTemplate.Load(pair.Verbalizer));

    private static LoadedDecoder Load(ParityPair pair)
    {
        var checkpoint = Checkpoint.Open(pair.Verbalizer);
        return LoadedDecoder.Load(checkpoint, WeightNames.OfLanguageModel(checkpoint.Configuration), TinyCheckpoint.Float32);
    }

    private static ExplanationDecoder Explaining(ParityPair pair, LoadedDecoder loaded) => new(
        loaded.Decoder, Prompt(pair), StopTokens.Read(pair.Verbalizer), Replacing(pair));

    private static ReplacingInjection Replacing(ParityPair pair) => new(SidecarFile.Read(pair.Verbalizer).InjectionScale!.Value);

    private static Tensor Embed(LoadedDecoder loaded, IReadOnlyList<int> ids) => loaded.Decoder.Embed(PaddedTokens.Create([ids], Device.Cpu));
}
