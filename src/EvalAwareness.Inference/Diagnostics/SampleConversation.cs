using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>A conversation about nothing in particular, long enough to have positions past index 50.</summary>
internal static class SampleConversation
{
    public static Transcript Transcript { get; } = new("sample", "doctor", TranscriptKind.Deployment, [Question, Answer], "");

    private static Message Question => new(Role.User, "How did people measure time before there were mechanical clocks?");

    private static Message Answer => new(
        Role.Assistant,
        "They used whatever changes at a steady pace. Sundials divide the day by the shadow of a rod, but they fail at night and under clouds, "
        + "and an hour in summer is longer than one in winter. Water clocks let a vessel fill or empty through a small hole; the Egyptians had them "
        + "more than three thousand years ago, and later builders added floats and gears to keep the flow even. Candles were marked in equal steps, "
        + "and incense burned along a measured path. Sand glasses came late, around the fourteenth century, and were liked at sea because waves did "
        + "not disturb them. None of these was good to more than a few minutes a day, which was enough for prayers, watches and market hours.");
}
