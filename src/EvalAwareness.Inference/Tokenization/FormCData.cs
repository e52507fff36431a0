using System.Globalization;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Canonical decompositions, compositions and combining classes of Unicode, Hangul syllables excepted.</summary>
internal sealed class FormCData
{
    private readonly Dictionary<int, int[]> _decompositions = [];
    private readonly Dictionary<(int First, int Second), int> _compositions = [];
    private readonly Dictionary<int, int> _classes = [];

    public static FormCData Instance { get; } = new();

    private FormCData()
    {
        using var stream = typeof(FormCData).Assembly.GetManifestResourceStream("UnicodeFormC.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                Read(line.Split(' '));
        }
    }

    public int ClassOf(int codePoint) => _classes.GetValueOrDefault(codePoint);

    /// <summary>One step of decomposition; null when there is none.</summary>
    public int[]? Decompose(int codePoint) => _decompositions.GetValueOrDefault(codePoint);

    public int? Compose(int first, int second) => _compositions.TryGetValue((first, second), out var composed) ? composed : null;

    private void Read(string[] fields)
    {
        if (fields[0] == "class")
        {
            for (var codePoint = Hex(fields[1]); codePoint <= Hex(fields[2]); codePoint++)
                _classes[codePoint] = int.Parse(fields[3], CultureInfo.InvariantCulture);
            return;
        }
        int[] parts = [.. fields[2..].Select(Hex)];
        _decompositions[Hex(fields[1])] = parts;
        if (fields[0] == "pair")
            _compositions[(parts[0], parts[1])] = Hex(fields[1]);
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
