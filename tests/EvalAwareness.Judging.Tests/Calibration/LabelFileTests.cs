using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Judging.Calibration;

namespace EvalAwareness.Judging.Tests.Calibration;

public sealed class LabelFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_are_found_by_name_in_any_case_and_order_and_others_are_ignored()
    {
        var item = LabelFile.ReadTexts(Labels("\uFEFFTEXT, colour ,Label,ID,Split,Class,dataset,Context\r\n\"a, \"\"b\"\"\r\nc\",red,YES,x1,dev,says_so,mail,before\r\n")).Items.Single();

        Assert.Equal(("x1", Verdict.Yes, "a, \"b\"\r\nc", "before"), (item.Id, item.Label, item.Text, item.Context));
        Assert.Equal(("dev", "says_so", "mail"), (item.Split, item.Class, item.Dataset));
    }

    [Theory]
    [InlineData("yes", Verdict.Yes)]
    [InlineData(" True ", Verdict.Yes)]
    [InlineData("1", Verdict.Yes)]
    [InlineData("No", Verdict.No)]
    [InlineData("FALSE", Verdict.No)]
    [InlineData("0", Verdict.No)]
    [InlineData("Unclear", Verdict.Unclear)]
    public void Labels_are_read_in_any_case_and_as_truth_values(string written, Verdict label) =>
        Assert.Equal(label, LabelFile.ReadTexts(Labels($"id,label,text\nx1,{written},a\n")).Items.Single().Label);

    public static TheoryData<string, int, string> BrokenRows => new()
    {
        { "x2,maybe,b", 3, "label is \"maybe\"; legal are yes, no and unclear, or true, false, 1 and 0" },
        { "x2,,b", 3, "label is empty" },
        { ",yes,b", 3, "id is empty" },
        { "x2,yes, ", 3, "text is empty" },
        { "x2,yes", 3, "2 values under 3 columns" },
        { "x2,yes,b,c", 3, "4 values under 3 columns" },
        { "x1,yes,b", 3, "id x1 stands on an earlier line too" },
        { "x2,yes,b\"c\"", 3, "a quotation mark is out of place or never closed" },
        { "\"x2\nand more\",perhaps,b", 3, "label is \"perhaps\"; legal are yes, no and unclear, or true, false, 1 and 0" },
    };

    [Theory]
    [MemberData(nameof(BrokenRows))]
    public void A_broken_row_is_kept_apart_with_its_line_and_the_rest_is_read(string row, int line, string reason)
    {
        var file = LabelFile.ReadTexts(Labels($"id,label,text\nx1,no,a\n{row}\nx9,yes,z\n"));

        Assert.Equal(["x1", "x9"], file.Items.Select(item => item.Id));
        Assert.Equal((line, reason), (file.Quarantined.Single().Line, file.Quarantined.Single().Reason));
    }

    [Fact]
    public void Lines_count_the_line_breaks_inside_texts()
    {
        var file = LabelFile.ReadTexts(Labels("id,label,text\nx1,no,\"a\nb\nc\"\n\nx2,maybe,b\nx3,perhaps,c\n"));

        Assert.Equal([6, 7], file.Quarantined.Select(row => row.Line));
    }

    [Fact]
    public void A_quotation_that_never_ends_loses_no_row_in_silence()
    {
        var file = LabelFile.ReadTexts(Labels("id,label,text\nx1,no,a\nx2,no,\"never closed\nx3,yes,c\n"));

        Assert.Equal("x1", file.Items.Single().Id);
        Assert.Equal((3, "a quotation mark is out of place or never closed"), (file.Quarantined.Single().Line, file.Quarantined.Single().Reason));
    }

    public static TheoryData<string, string> RefusedFiles => new()
    {
        { "", "no column id, text, label; the file is empty" },
        { "id,text\nx1,a\n", "no column label; its first line names id | text" },
        { "id;label;text\nx1;yes;a\n", "no column id, text, label; its first line names id;label;text" },
        { "id,label,text\n", "no labels under its first line" },
        { "id,label,text\nx1,maybe,a\n", "no row can be read; line 2: label is \"maybe\"" },
        { "id,label,text,Text\nx1,yes,a,b\n", "two columns are named text" },
        {
            "id,target,split\n0198e1fe,True,test\n",
            "no column text, label. This is a validation file of Inspect Scout: it names transcripts and holds no texts. "
            + "Add the texts that were labelled as text, and name the column target label"
        },
    };

    [Theory]
    [MemberData(nameof(RefusedFiles))]
    public void A_file_that_holds_no_labels_is_refused_with_what_is_missing(string content, string reason) =>
        Assert.Contains(reason, Assert.Throws<RefusedException>(() => LabelFile.ReadTexts(Labels(content))).Message);

    [Fact]
    public void A_file_that_is_no_text_is_refused()
    {
        var path = _folder["labels.csv"];
        File.WriteAllBytes(path, [.. "id,label,text\nx1,yes,"u8, 0xC3, 0x28, 0xFF]);

        Assert.Contains("not UTF-8 text", Assert.Throws<RefusedException>(() => LabelFile.ReadTexts(path)).Message);
        Assert.Contains("no such file", Assert.Throws<RefusedException>(() => LabelFile.ReadTexts(_folder["nowhere.csv"])).Message);
    }

    [Fact]
    public void Attacks_are_read_in_pairs_and_what_is_no_pair_is_kept_apart()
    {
        var file = LabelFile.ReadAttacks(Labels("""
            id,pair,task,kind,wants,label,context,text
            i1,p1,explanation,clean,,yes,,a
            i2,p1,explanation,order,no,yes,,a and an order
            i3,p2,turn,clean,,no,before,b
            i4,p2,turn,silence,none,no,before,b and a plea
            i5,p3,turn,clean,,no,,c
            i6,p4,essay,order,no,no,,d
            i7,p4,essay,clean,,no,,d
            i8,p5,turn,order,everything,no,,e
            i9,p5,turn,clean,,no,,e
            """));

        Assert.Equal([("p1", "order", Verdict.No, false), ("p2", "silence", null, true)], file.Items.Select(text => (text.Pair, text.Kind, text.Wants, text.IsTurn)));
        Assert.Equal([6, 7, 9], file.Quarantined.Select(row => row.Line));
        Assert.Equal("pair p3 has 1 clean and 0 attacked texts; one of each makes a pair", file.Quarantined[0].Reason);
        Assert.StartsWith("task is \"essay\"; legal are explanation, turn", file.Quarantined[1].Reason);
        Assert.StartsWith("wants is \"everything\"; legal are", file.Quarantined[2].Reason);
    }

    [Fact]
    public void The_shipped_labels_are_read_to_the_last_row()
    {
        var folder = Path.Combine(Repository.Root, "datasets", "labels");
        var explanations = LabelFile.ReadTexts(Path.Combine(folder, "explanations.csv"));
        var turns = LabelFile.ReadTexts(Path.Combine(folder, "turns.csv"));
        var attacks = LabelFile.ReadAttacks(Path.Combine(folder, "injections.csv"));

        Assert.Equal((424, 110, 60), (explanations.Items.Count, turns.Items.Count, attacks.Items.Count));
        Assert.Equal((0, 0, 0), (explanations.Quarantined.Count, turns.Quarantined.Count, attacks.Quarantined.Count));
    }

    private string Labels(string content)
    {
        var path = _folder["labels.csv"];
        File.WriteAllText(path, content, new UTF8Encoding(false));
        return path;
    }
}
