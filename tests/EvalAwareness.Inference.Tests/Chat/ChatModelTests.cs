using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Chat;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Decoding;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Chat;

public sealed class ChatModelTests : IDisposable
{
    private const int Steps = 5;

    private static readonly SamplingOptions Greedy = new() { Temperature = 0, MaxNewTokens = Steps };
    private static readonly SampleKey Key = new(1, "conversation", "chat", 0, 0);
    private static readonly Message[] Conversation = [new(Role.System, "Be short."), new(Role.User, "Say it.")];

    private readonly TinyCheckpoint _checkpoint = new();
    private readonly ChatModel _model;
    private readonly HuggingFaceTokenizer _tokenizer;
    private readonly ChatTemplate _template;

    public ChatModelTests()
    {
        _model = ChatModel.Load(_checkpoint.Folder, TinyCheckpoint.Float32);
        _tokenizer = HuggingFaceTokenizer.Load(_checkpoint.Folder);
        _template = ChatTemplate.Load(_checkpoint.Folder);
    }

    public void Dispose()
    {
        _model.Dispose();
        _checkpoint.Dispose();
    }

    [Fact]
    public void Greedy_answers_are_those_of_a_plain_computation_token_by_token()
    {
        var prompt = _tokenizer.EncodeIds(_template.Render(Conversation, addGenerationPrompt: true));
        var reference = new ReferenceDecoder(_checkpoint.Configuration, _checkpoint.Weights);
        var ids = prompt.ToList();
        for (var step = 0; step < Steps && !(ids.Count > prompt.Length && ids[^1] == 2); step++)
        {
            var logits = reference.Logits(reference.HiddenStates([.. ids])[^1][^1]);
            ids.Add(Array.IndexOf(logits, logits.Max()));
        }

        var completion = Complete(Conversation, Greedy);

        Assert.Equal(_tokenizer.Decode(ids.Skip(prompt.Length)), completion.Text);
        Assert.Equal((prompt.Length, ids.Count - prompt.Length), (completion.PromptTokens, completion.GeneratedTokens));
    }

    [Fact]
    public void The_first_tokens_are_told_with_their_probabilities_the_greedy_one_first()
    {
        var completion = Complete(Conversation, Greedy with { MaxNewTokens = 1 }, firstTokens: 10);

        Assert.Equal(10, completion.FirstTokens.Count);
        Assert.Equal(completion.Text, completion.FirstTokens[0].Text);
        Assert.Equal(completion.FirstTokens.Select(token => token.Probability).OrderDescending(), completion.FirstTokens.Select(token => token.Probability));
        Assert.InRange(completion.FirstTokens.Sum(token => token.Probability), 0.01, 1);
        Assert.False(completion.Stopped);
    }

    [Fact]
    public void The_same_key_draws_the_same_answer_and_another_key_another()
    {
        var options = new SamplingOptions { MaxNewTokens = 12 };

        Assert.Equal(Complete(Conversation, options).Text, Complete(Conversation, options).Text);
        Assert.True(Enumerable.Range(0, 5).Select(seed => Complete(Conversation, options, Key with { Seed = (ulong)seed }).Text).Distinct().Count() > 1);
    }

    [Fact]
    public void Somebody_who_writes_special_tokens_does_not_end_his_turn()
    {
        var special = _tokenizer.TokenText(_tokenizer.SpecialIds.Max());
        var plain = Complete([new(Role.User, "Say it.")], Greedy).PromptTokens;

        // As a special token it would be one more.
        Assert.True(Complete([new(Role.User, $"Say it.{special}")], Greedy).PromptTokens > plain + 1);
    }

    [Fact]
    public void A_conversation_that_does_not_fit_is_an_item_that_failed()
    {
        var endless = string.Concat(Enumerable.Repeat("word ", _model.Card.ContextLength));

        Assert.StartsWith("too long: ", Assert.Throws<ItemException>(() => Complete([new(Role.User, endless)], Greedy)).Message);
    }

    private ChatCompletion Complete(IReadOnlyList<Message> messages, SamplingOptions options, SampleKey? key = null, int firstTokens = 0) =>
        _model.Complete(messages, options, key ?? Key, firstTokens, TestContext.Current.CancellationToken);
}
