using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tests.Templating;

/// <summary>Whatever stands in a template, it renders or is refused in one line.</summary>
public sealed class TemplateFuzzTests
{
    private static readonly string[] Junk =
    [
        "{%", "%}", "{{", "}}", "{#", "-", "(", ")", "[", "]", "'", "\"", "|", ".", "~", " + ", " * 9 ", " ** ", " % 0 ", " // 0", " is ", " not ", " in ", " if ", " else ",
        "[::-1]", "[0]", "[-99]", "['x']", ".items()", ".split('')", ".replace('', 'x')", " | sort", " | tojson(indent=-1)", " | join(1)", " | int", " | list", " | first", " | map('x')",
        " | selectattr('a.0')", " | indent(99999999999)", " | dictsort", "none", "9223372036854775807", "1e308", "-9223372036854775808", "{}", "range(9)", "messages", "loop", "namespace()", "{% break %}",
        "{% endfor %}", "{% set x = messages %}", "{% for a, b in messages %}", "{% macro f(a=f()) %}", "{{ f() }}", "\u0000", "\n",
    ];

    [Theory(Timeout = 300_000)]
    [InlineData("qwen2.5", 1)]
    [InlineData("qwen3", 2)]
    [InlineData("llama3", 3)]
    [InlineData("gemma3", 4)]
    public Task A_mutated_template_renders_or_is_refused(string name, int seed) => Task.Run(() =>
    {
        var random = new Random(seed);
        using var folder = FamilyTemplates.WithTemplate(name, "<bos>");
        var path = Path.Combine(folder.Path, "chat_template.jinja");
        var source = File.ReadAllText(path);
        var conversations = FamilyTemplates.All.Where(messages => Renders(folder.Path, [messages])).ToList();
        var refused = 0;
        for (var round = 0; round < 250; round++)
        {
            var mutated = source;
            for (var change = random.Next(3); change >= 0; change--)
                mutated = Mutated(mutated, random);
            File.WriteAllText(path, mutated);
            refused += Renders(folder.Path, conversations) ? 0 : 1;
        }
        Assert.InRange(refused, 50, 249);
    }, TestContext.Current.CancellationToken);

    private static bool Renders(string folder, IReadOnlyList<IReadOnlyList<Message>> conversations)
    {
        try
        {
            var template = ChatTemplate.Load(folder);
            foreach (var messages in conversations)
                template.Render(messages, addGenerationPrompt: true);
            return true;
        }
        catch (Exception problem) when (problem is RefusedException or ItemException)
        {
            Assert.DoesNotContain('\n', problem.Message);
            return false;
        }
    }

    private static string Mutated(string source, Random random)
    {
        var at = random.Next(source.Length);
        return random.Next(3) switch
        {
            0 => source.Remove(at, Math.Min(random.Next(1, 12), source.Length - at)),
            1 => source.Insert(at, Junk[random.Next(Junk.Length)]),
            _ => source.Insert(at, source.Substring(random.Next(source.Length - 20), 20)),
        };
    }
}
