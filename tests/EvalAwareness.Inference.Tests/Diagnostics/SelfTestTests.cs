using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Diagnostics;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Nla;

namespace EvalAwareness.Inference.Tests.Diagnostics;

/// <summary>What a few explanations are taken to mean.</summary>
public sealed class SelfTestTests
{
    private const string English = "A letter about a harbour.\n\nEnds with \"the\".";
    private const string Chinese = "这是一个关于港口的句子。";
    private const string Korean = "항구에 관한 문장입니다.";

    [Theory]
    [InlineData(8, 0, Health.Good)]
    [InlineData(5, 3, Health.Good)]
    [InlineData(1, 7, Health.Doubtful)]
    [InlineData(0, 8, Health.Wrong)]
    public void No_closed_tag_at_all_is_wrong_and_few_are_doubtful(int closed, int open, Health health)
    {
        List<Explanation> explanations = [.. Many(closed, English), .. Many(open, English, ClosingStatus.Truncated)];
        var finding = SelfTestRules.Closing(explanations);

        Assert.Equal(health, finding.Health);
        Assert.StartsWith($"{closed} of {closed + open} explanations close their tags", finding.Detail);
    }

    [Fact]
    public void Only_outputs_that_are_all_in_the_markers_kind_of_script_are_wrong()
    {
        Assert.Equal(Health.Wrong, Script([.. Many(4, Chinese), .. Many(4, Korean)]));
        Assert.Equal(Health.Good, Script([.. Many(7, Chinese), .. Many(1, English)]));
        Assert.Equal(Health.Good, Script([.. Many(8, English)]));
        Assert.Equal(Health.Good, Script([.. Many(8, "A sentence that quotes 港口, the harbour, once.")]));
    }

    [Fact]
    public void A_pair_that_is_asked_in_chinese_may_answer_in_chinese() =>
        Assert.Equal(Health.Good, SelfTestRules.Script([.. Many(8, Chinese)], Asked with { VerbalizerTemplate = $"请解释 {Sidecar.MarkerSlot} 的意思。" }).Health);

    [Theory]
    [InlineData("The text is a single Chinese character used as a symbol.")]
    [InlineData("An enclosed Korean syllable stands alone: hangul letter ga.")]
    [InlineData("Ends with \"㈎\".")]
    public void English_words_about_such_a_character_are_doubtful_when_most_outputs_have_them(string text)
    {
        Assert.Equal(Health.Doubtful, Script([.. Many(5, text), .. Many(3, English)]));
        Assert.Equal(Health.Good, Script([.. Many(3, text), .. Many(5, English)]));
    }

    [Theory]
    [InlineData("rl", 0.75, null, Health.Good)]
    [InlineData("rl", 0.35, null, Health.Doubtful)]
    [InlineData("sl", 0.35, null, Health.Good)]
    [InlineData("sl", -0.2, null, Health.Doubtful)]
    [InlineData("rl", -0.2, "the pair was trained on other text", Health.Good)]
    public void Fidelity_is_expected_of_what_was_trained_for_it(string stage, double fve, string? unjudged, Health health)
    {
        var finding = SelfTestRules.Fidelity([new Fidelity(0.9, 0.2, fve), new Fidelity(0.9, 0.2, fve)], stage, unjudged);

        Assert.Equal(health, finding.Health);
        Assert.Equal(unjudged is not null, finding.Detail.Contains("not judged", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_stated_variance_nothing_is_guessed()
    {
        var finding = SelfTestRules.Fidelity([new Fidelity(0.91, 0.18, null)], "rl", null);

        Assert.Equal((Health.Doubtful, true), (finding.Health, finding.Detail.Contains("mean cosine 0.91", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_untrained_pair_is_refused_after_eight_explanations_however_many_activations_there_are()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        using var verbalizer = Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32);
        List<Activation> activations =
        [
            new("t", 49, new float[16]),
            .. Enumerable.Range(50, 20).Select(position => new Activation("t", position, [.. Enumerable.Range(0, 16).Select(feature => MathF.Cos(position * feature))])),
        ];
        var findings = SelfTest.Run(verbalizer, null, activations, isFamiliarText: true, ResidencyChoice.Resident, CancellationToken.None);

        Assert.StartsWith("0 of 8 explanations", findings[0].Detail);
        Assert.Contains("self-test: closing tags: 0 of 8", Assert.Throws<RefusedException>(() => SelfTest.RefuseWrong(findings)).Message);
    }

    [Fact]
    public void Nothing_is_said_of_activations_that_cannot_be_put_into_words()
    {
        using var nla = new TinyNla(NlaRole.Verbalizer);
        using var verbalizer = Verbalizer.Load(nla.Folder, TinyCheckpoint.Float32);

        Assert.Empty(SelfTest.Run(verbalizer, null, [new Activation("t", 60, new float[16])], isFamiliarText: true, ResidencyChoice.Resident, CancellationToken.None));
    }

    private static readonly Sidecar Asked = new()
    {
        Role = NlaRole.Verbalizer, HiddenSize = 16, Layer = 0, Marker = "㈎", MarkerId = 1, LeftNeighbourId = 2, RightNeighbourId = 3,
        VerbalizerTemplate = TinyNla.Question,
    };

    private static Health Script(IReadOnlyList<Explanation> explanations) => SelfTestRules.Script(explanations, Asked).Health;

    private static IEnumerable<Explanation> Many(int count, string text, ClosingStatus status = ClosingStatus.Closed) =>
        Enumerable.Range(0, count).Select(index => new Explanation(new SampleKey(0, "t", "self_test", index, 0), text, text, status, 9));
}
