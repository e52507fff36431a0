using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>
/// One question and one answer under plain names: <c>prompt</c> and <c>response</c>, or an <c>instruction</c> with its <c>input</c> and <c>output</c> as
/// instruction sets have them. A system prompt, earlier rounds, reasoning and a preferred reply are read where they stand beside it.
/// </summary>
internal sealed class ExchangeShape : IConversationShape
{
    private const string Where = "the transcript";
    private static readonly string[] Questions = ["prompt", "instruction", "input"];
    private static readonly string[] Answers = ["response", "output", "completion", "chosen"];

    public string Name => "exchange";

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.Object && QuestionOf(value) is not null && AnswerOf(value) is not null;

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        if (value.FirstText(Where, "system", "system_prompt") is { Length: > 0 } system)
            builder.Add(new Message(Role.System, system));
        builder.Turns(value.Items("history", Where), "round", (round, place) => ReadRound(round, place, builder));
        ReadQuestion(value, builder);
        Side.Read(value, AnswerOf(value)!, Role.Assistant, builder);
        return Reasoned(value, builder.Build()) with
        {
            Id = Identity.Of(value),
            Model = value.Member("model") is { ValueKind: JsonValueKind.String } model ? model.GetString() : null,
        };
    }

    private static void ReadQuestion(JsonElement value, ConversationBuilder builder)
    {
        var name = QuestionOf(value)!;
        if (name == "instruction" && value.Text("input", Where) is { Length: > 0 } input)
            builder.Add(new Message(Role.User, $"{value.Text(name, Where)}\n{input}"));
        else
            Side.Read(value, name, Role.User, builder);
    }

    private static void ReadRound(JsonElement round, string place, ConversationBuilder builder)
    {
        if (round.ValueKind != JsonValueKind.Array || round.GetArrayLength() != 2 || round.EnumerateArray().Any(side => side.ValueKind != JsonValueKind.String))
            throw new ItemException($"{place} is {round.Noun()}; it must be a list of two texts, question and answer");
        builder.Add(new Message(Role.User, round[0].GetString()!));
        builder.Add(new Message(Role.Assistant, round[1].GetString()!));
    }

    /// <summary>Reasoning beside the answer belongs to its last message.</summary>
    private static Conversation Reasoned(JsonElement value, Conversation conversation) =>
        value.FirstText(Where, "reasoning_content", "reasoning", "thinking") is { Length: > 0 } reasoning
        && conversation.Messages is [.., { Role: Role.Assistant, Reasoning: "" } last]
            ? conversation with { Messages = [.. conversation.Messages.SkipLast(1), last with { Reasoning = reasoning }] }
            : conversation;

    private static string? QuestionOf(JsonElement value) => Questions.FirstOrDefault(name => IsSide(value.Member(name)));

    private static string? AnswerOf(JsonElement value) => Answers.FirstOrDefault(name => IsSide(value.Member(name)));

    private static bool IsSide(JsonElement? side) => side is { ValueKind: JsonValueKind.String or JsonValueKind.Array };
}
