using System.Text;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>Lines that are missing, said twice, of another type, indented otherwise; references that grow without end.</summary>
internal static class YamlMutations
{
    /// <summary>Each line has twice the items of the one before: two to the thirtieth in the end, as value and as key.</summary>
    private static readonly string Bomb = string.Concat(
        Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]\n").Prepend("a0: &a0 [x, x]\n"));

    public static byte[] Mutate(byte[] file, Random random) =>
        random.Next(4) == 0 ? TextMutations.Mutate(file, random) : Encoding.UTF8.GetBytes(Mutate(Encoding.UTF8.GetString(file), random));

    private static string Mutate(string yaml, Random random)
    {
        var lines = yaml.TrimEnd().Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(random.Next(lines.Count), lines[at]);
                break;
            case 2:
                lines[at] = $"  {lines[at]}";
                break;
            case 3:
                lines[at] = lines[at].TrimStart();
                break;
            case 4:
                lines[at] = $"{lines[at].Split(": ")[0]}: {Junk.Text(random)}";
                break;
            case 5 when random.Next(4) == 0:
                return $"{Bomb}{yaml}{(random.Next(2) == 0 ? "? *a30\n: 1\n" : "")}".Replace("critic_suffix_ids: [", "critic_suffix_ids: [*a30, ", StringComparison.Ordinal);
            default:
                lines[at] = $"{lines[at].Split(": ")[0]}: {Junk.Value(random)}";
                break;
        }
        return string.Join('\n', lines);
    }
}
