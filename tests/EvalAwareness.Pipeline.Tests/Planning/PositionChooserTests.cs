using EvalAwareness.Core.Positions;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Tests.Scripted;

namespace EvalAwareness.Pipeline.Tests.Planning;

public sealed class PositionChooserTests
{
    // Positions: 0 template, 1-2 user, 3-4 template, 5-7 reasoning, 8-12 text, 13 tool call, 14 template.
    private static readonly Transcript Sample = new("sample", "d", TranscriptKind.Evaluation,
    [
        new Message(Role.User, "what now"),
        new Message(Role.Assistant, "a b c d e") { Reasoning = "r s t", ToolCalls = [new ToolCall("", "run", "{}")] },
    ], "");

    [Theory]
    [InlineData(PositionPolicy.All, 1, 0, true, "5 6 7 8 9 10 11 12")]
    [InlineData(PositionPolicy.All, 1, 0, false, "8 9 10 11 12")]
    [InlineData(PositionPolicy.All, 1, 7, true, "7 8 9 10 11 12")]
    [InlineData(PositionPolicy.EveryNth, 3, 0, true, "5 8 11")]
    [InlineData(PositionPolicy.LastN, 2, 0, true, "11 12")]
    [InlineData(PositionPolicy.LastN, 99, 0, true, "5 6 7 8 9 10 11 12")]
    public void A_policy_chooses_among_response_tokens(
        PositionPolicy policy, int count, int minimum, bool reasoning, string positions)
    {
        var options = new PositionOptions
        {
            Policy = policy, Count = count, MinimumIndex = minimum, IncludeReasoning = reasoning,
        };
        Assert.Equal(positions, string.Join(' ', Choose(options).Tokens.Select(token => token.Position)));
    }

    [Theory]
    [InlineData(true, "7 10 12")]
    [InlineData(false, "")]
    public void Sentence_ends_are_known_where_the_truth_is(bool known, string positions)
    {
        var truth = new Truth(Aware: true, Verbalized: false, Cues: 0,
        [
            new(1, SegmentKind.AssistantReasoning, 0, 5, 0.2), new(1, SegmentKind.AssistantText, 0, 5, 0.4), new(1, SegmentKind.AssistantText, 6, 9, 0.6),
        ]);
        var options = new PositionOptions { Policy = PositionPolicy.SentenceEnds, MinimumIndex = 0 };
        var choice = PositionChooser.Choose(new ScriptedTokenizer().Tokenize(Sample with { Truth = known ? truth : null }), options, 7);

        Assert.Equal(positions, string.Join(' ', choice.Tokens.Select(token => token.Position)));
    }

    [Fact]
    public void What_is_left_out_is_counted_once_by_the_first_rule_that_applies()
    {
        var choice = Choose(new PositionOptions { MinimumIndex = 10, IncludeReasoning = false });
        Assert.Equal((2, 4, 3), (choice.TooEarly, choice.Template, choice.Reasoning));
    }

    [Fact]
    public void A_random_draw_is_without_replacement_and_depends_on_seed_and_transcript()
    {
        var drawn = Draw(3, 7, "x");

        Assert.Equal(drawn, Draw(3, 7, "x"));
        Assert.Equal(3, drawn.Distinct().Count());
        Assert.Equal(drawn.Order(), drawn);
        Assert.Contains(Enumerable.Range(0, 10), i => !drawn.SequenceEqual(Draw(3, 7, $"other{i}")));
        Assert.Contains(Enumerable.Range(8, 10), seed => !drawn.SequenceEqual(Draw(3, (ulong)seed, "x")));
    }

    [Fact]
    public void Every_readable_position_is_drawn_equally_often()
    {
        var counts = Enumerable.Range(0, 4000).SelectMany(i => Draw(2, 1, $"{i}")).CountBy(position => position).ToDictionary();

        // 8 positions, 2 of 8 each time: 1000 expected, standard deviation 27; five of them either way.
        Assert.Equal(8, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 865, 1135));
    }

    [Fact]
    public void A_smaller_draw_is_part_of_a_larger_one() =>
        Assert.Subset(Draw(5, 7, "x").ToHashSet(), Draw(2, 7, "x").ToHashSet());

    private static PositionChoice Choose(PositionOptions options, ulong seed = 7, string id = "sample") =>
        PositionChooser.Choose(new ScriptedTokenizer().Tokenize(Sample with { Id = id }), options, seed);

    private static int[] Draw(int count, ulong seed, string id) =>
        [.. Choose(new PositionOptions { Count = count, MinimumIndex = 0 }, seed, id).Tokens.Select(token => token.Position)];
}
