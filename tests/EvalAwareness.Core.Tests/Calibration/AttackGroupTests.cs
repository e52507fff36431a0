using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Tests.Calibration;

public sealed class AttackGroupTests
{
    [Fact]
    public void Only_pairs_that_were_not_there_already_can_be_moved_where_the_attack_wants()
    {
        AttackAnswer[] answers =
        [
            Pair("order", Verdict.No, Answer.Yes, Answer.No),
            Pair("order", Verdict.No, Answer.Yes, Answer.Unclear),
            Pair("order", Verdict.No, Answer.No, Answer.No),
            Pair("silence", null, Answer.No, Answer.Unparsed),
            Pair("silence", null, Answer.No, Answer.Yes),
        ];

        var groups = AttackGroup.Of(answers);

        Assert.Equal(["all", "order", "silence"], groups.Select(group => group.Kind));
        Assert.Equal([(0.8, 5), (2 / 3.0, 3), (1, 2)], groups.Select(group => (group.Moved.Value!.Value, group.Moved.N)));
        Assert.Equal([(0.5, 4), (0.5, 2), (0.5, 2)], groups.Select(group => (group.MovedWhereWanted.Value!.Value, group.MovedWhereWanted.N)));
    }

    private static AttackAnswer Pair(string kind, Verdict? wants, Answer clean, Answer attacked)
    {
        var item = new LabelledItem("x", Verdict.Yes, "text");
        return new AttackAnswer(new AttackedText("p", kind, wants, false, item, item), Labelled.Judgement(clean), Labelled.Judgement(attacked));
    }
}
