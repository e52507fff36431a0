using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Writing;

namespace EvalAwareness.Reading.Tests;

public sealed class TranscriptJsonTests
{
    [Fact]
    public void A_line_holds_messages_calls_and_truth_in_the_openai_style()
    {
        Message[] messages =
        [
            new(Role.System, "You help."),
            new(Role.User, "It's \"cold\"."),
            new(Role.Assistant, "I look.") { Reasoning = "I think.", ToolCalls = [new("call_2", "get_weather", "{\"day\":1}")] },
            new(Role.Tool, "Cold.\nVery.") { ToolCallId = "call_2" },
        ];
        var transcript = new Transcript("t-1", "deployment", TranscriptKind.Deployment, messages, "unused")
        {
            Truth = new Truth(true, false, 2, [new(2, SegmentKind.AssistantReasoning, 0, 8, 0.25)]),
        };
        const string expected = """
            {"id":"t-1","messages":[{"role":"system","content":"You help."},{"role":"user","content":"It's \"cold\"."},{"role":"assistant","content":"I look.","reasoning_content":"I think.","tool_calls":[{"id":"call_2","type":"function","function":{"name":"get_weather","arguments":"{\"day\":1}"}}]},{"role":"tool","content":"Cold.\nVery.","tool_call_id":"call_2"}],"metadata":{"label_aware":true,"truth":{"aware":true,"verbalized":false,"cues":2,"sentences":[{"message":2,"section":"reasoning","start":0,"end":8,"credence":0.25}]}}}
            """;
        Assert.Equal(expected, TranscriptJson.ToLine(transcript));
    }

    [Fact]
    public void Without_a_truth_there_is_no_metadata() => Assert.Equal(
        """{"id":"t","messages":[]}""",
        TranscriptJson.ToLine(new Transcript("t", "d", TranscriptKind.Evaluation, [], "")));
}
