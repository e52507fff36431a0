using EvalAwareness.Core;
using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tests.Templating;

/// <summary>Templates of the families print what Hugging Face's Jinja prints.</summary>
public sealed class FamilyTemplateTests
{
    [Theory]
    [InlineData("qwen2.5", 32, 0)]
    [InlineData("qwen3", 32, 0)]
    [InlineData("llama3", 30, 2)]
    [InlineData("gemma3", 18, 14)]
    public void Conversations_are_rendered_as_the_reference_renders_them(string name, int renderings, int refusals)
    {
        using var folder = FamilyTemplates.WithTemplate(name, "<bos>");
        var template = ChatTemplate.Load(folder.Path);
        var rows = FamilyTemplates.Renderings.Where(row => Conversations.Text(row, "template") == name).ToList();
        Assert.Equal((renderings, refusals), (rows.Count(row => row!["text"] is not null), rows.Count(row => row!["text"] is null)));
        Assert.All(rows, row =>
        {
            string Render() => template.Render(
                FamilyTemplates.All[row!["conversation"]!.GetValue<int>()], row["add_generation_prompt"]!.GetValue<bool>());
            if (row!["text"] is { } text)
                Assert.Equal(text.GetValue<string>(), Render());
            else
                Assert.Throws<ItemException>(Render);
        });
    }
}
