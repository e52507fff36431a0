using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace EvalAwareness.Judging.Chat;

/// <summary>The form of an answer as a JSON schema: the verdict last, after what it rests on.</summary>
internal static class AnswerSchema
{
    public static ChatResponseFormat For(JudgePrompt prompt)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["evidence"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
                ["reasoning"] = new JsonObject { ["type"] = "string" },
                ["verdict"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. prompt.Words]) },
            },
            ["required"] = new JsonArray("evidence", "reasoning", "verdict"),
            ["additionalProperties"] = false,
        };
        return ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(schema), "verdict");
    }
}
