using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Inference.Tokenization.Segments;

/// <summary>
/// Widens the regions of tool calls to the whole block: everything from where the assistant began to write it to the
/// next special token or segment.
/// </summary>
/// <param name="generationPrompt">What the template writes before an assistant's own words; empty when unknown.</param>
internal sealed class ToolCallBlocks(string generationPrompt)
{
    private const string ReasoningEnd = "</think>";

    public void Widen(List<SegmentRegion> regions, string rendered, IReadOnlyList<TextRange> specialTokens)
    {
        for (var i = 0; i < regions.Count; i++)
        {
            if (regions[i].Kind != SegmentKind.ToolCall)
                continue;
            var floor = i > 0 ? regions[i - 1].Range.End : 0;
            var ceiling = i + 1 < regions.Count ? regions[i + 1].Range.Start : rendered.Length;
            regions[i] = regions[i] with { Range = Widen(regions[i].Range, rendered, specialTokens, floor, ceiling) };
        }
    }

    private TextRange Widen(TextRange call, string rendered, IReadOnlyList<TextRange> specialTokens, int floor, int ceiling)
    {
        var before = specialTokens.Where(token => token.End <= call.Start).Select(token => token.End).LastOrDefault(floor);
        var after = specialTokens.Where(token => token.Start >= call.End).Select(token => token.Start).FirstOrDefault(ceiling);
        var start = Math.Max(Math.Max(floor, before), EndOfPrompt(rendered, call.Start));
        return new TextRange(AfterReasoning(rendered, start, call.Start), Math.Min(ceiling, after));
    }

    // Templates of Qwen3 write empty reasoning before a call that came without any.
    private static int AfterReasoning(string rendered, int start, int call)
    {
        var end = rendered.AsSpan(start, call - start).LastIndexOf(ReasoningEnd);
        if (end < 0)
            return start;
        var block = start + end + ReasoningEnd.Length;
        return call - rendered.AsSpan(block, call - block).TrimStart().Length;
    }

    private int EndOfPrompt(string rendered, int before)
    {
        var prompt = generationPrompt.Length == 0 ? -1 : rendered.AsSpan(0, before).LastIndexOf(generationPrompt);
        return prompt < 0 ? 0 : prompt + generationPrompt.Length;
    }
}
