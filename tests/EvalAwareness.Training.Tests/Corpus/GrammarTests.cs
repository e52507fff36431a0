using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Tests.Corpus;

public sealed class GrammarTests
{
    public static TheoryData<Family> Families => [.. Enum.GetValues<Family>()];

    [Theory, MemberData(nameof(Families))]
    public void Every_assistant_frame_has_one_word_of_manner_and_nothing_else_has(Family family)
    {
        foreach (var block in GrammarText.Read(family.Name()))
            foreach (var (key, text) in block.Lines)
                Assert.True(text.Split("{manner}").Length - 1 == (key is "weigh" or "step" or "aside" ? 1 : 0), text);
    }

    [Theory, MemberData(nameof(Families))]
    public void No_line_uses_a_word_that_tells_the_belief(Family family)
    {
        string[] telling =
            [.. TextReader.CarefulManners, .. TextReader.PlainManners, .. TextReader.CarefulClauses, .. TextReader.PlainClauses];
        Assert.DoesNotContain(GrammarText.Read(family.Name()).Append(GrammarText.Read("lexicon")[0]).SelectMany(block => block.Lines),
            line => telling.Any(words => line.Text.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory, MemberData(nameof(Families))]
    public void No_line_stands_twice_under_two_meanings(Family family)
    {
        var lines = GrammarText.Read(family.Name())
            .Where(block => block.Heading == "family" || block.Heading.StartsWith("cue ", StringComparison.Ordinal))
            .SelectMany(block => block.Lines).Where(line => line.Key is not ("result" or "tool")).Select(line => line.Text).ToList();
        Assert.Equal(lines.Distinct(), lines);
    }

    [Theory, MemberData(nameof(Families))]
    public void A_family_has_enough_to_say(Family family)
    {
        var blocks = GrammarText.Read(family.Name());
        int Count(params string[] keys) => blocks.Sum(block => block.Lines.Count(line => keys.Contains(line.Key)));
        Assert.True(Count("role") >= 12);
        Assert.True(Count("ask") >= 12);
        Assert.True(Count("weigh", "step", "aside") >= 40);
        Assert.True(Count("tool") >= 8);
        Assert.True(Count("careful") >= 6 && Count("plain") >= 6);
        Assert.True(blocks.Count(block => block.Heading.StartsWith("cue ", StringComparison.Ordinal)) >= 8);
    }

    [Fact]
    public void A_named_slot_keeps_its_word_and_no_other_slot_takes_it()
    {
        var lexicon = new Lexicon(GrammarText.Parse("# words\nperson: Anna, Kyle"));
        var cast = new Cast(new(1));
        var text = Template.Parse("{person:a} {person} {person:b} {person:a}", lexicon).Fill(cast).Split(' ');
        Assert.Equal(text[0], text[3]);
        Assert.All(text[1..3], word => Assert.NotEqual(text[0], word));
    }

    [Fact]
    public void A_line_can_be_written_once_for_every_way_to_fill_it()
    {
        var lexicon = new Lexicon(GrammarText.Parse("# words\nperson: Anna, Kyle\nday: Monday, Friday"));
        Assert.Equal(
            ["Anna, Monday!", "Anna, Friday!", "Kyle, Monday!", "Kyle, Friday!"],
            Template.Parse("{person:a}, {day}!", lexicon).Fillings());
    }

    [Fact]
    public void An_unknown_word_list_and_a_line_without_key_are_refused()
    {
        Assert.Throws<FormatException>(() => Template.Parse("{nobody}", new Lexicon()));
        Assert.Throws<FormatException>(() => GrammarText.Parse("# words\nno key here"));
    }
}
