using System.Text;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>Templates that are broken, that never end, or that ask for more than there is.</summary>
internal static class TemplateMutations
{
    private static readonly string[] Hostile =
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "{{ 'a' * 99999999999 }}", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ raise_exception('no\nno') }}", "{{ messages[9].content }}", "{{ 1 // 0 }}", "{{ ''.__class__ }}", "{% include '/etc/passwd' %}", "{% set ns = namespace(x=1) %}{% set ns.x = ns %}{{ ns.x }}",
        "{{ messages | tojson }}", "{% set messages = [] %}", string.Concat(Enumerable.Repeat("{% if 1 %}", 20_000)), $"{{{{ {new string('(', 20_000)} }}}}",
    ];

    public static byte[] Mutate(byte[] file, Random random)
    {
        if (random.Next(3) > 0)
            return TextMutations.Mutate(file, random);
        var text = Encoding.UTF8.GetString(file);
        return Encoding.UTF8.GetBytes(text.Insert(random.Next(text.Length), Hostile[random.Next(Hostile.Length)]));
    }
}
