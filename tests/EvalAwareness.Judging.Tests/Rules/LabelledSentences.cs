using System.Runtime.CompilerServices;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Tests.Rules;

/// <summary>Sentences with the verdict and the rule that a person gave them, one per line of a fixture file.</summary>
internal static class LabelledSentences
{
    public static TheoryData<Verdict, string, string> Read(string file)
    {
        var rows = new TheoryData<Verdict, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder(), file)).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split(" | ", 3);
            rows.Add(Enum.Parse<Verdict>(cells[0], ignoreCase: true), cells[1], cells[2].Replace("\\n", "\n"));
        }

        return rows;
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Fixtures");
}
