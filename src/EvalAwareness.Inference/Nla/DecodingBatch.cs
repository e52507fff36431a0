using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Inference.Nla;

/// <summary>Which rows of a batch are still being written, and what each has written so far.</summary>
internal sealed class DecodingBatch
{
    // Copying the cache costs about as much as one step, so it must pay back over several.
    private const double CompactBelow = 0.7;

    private readonly int _maxNewTokens;
    private readonly IReadOnlySet<int> _stopIds;
    private readonly Line[] _lines;
    private Line[] _rows;
    private ulong _step;

    public DecodingBatch(IReadOnlyList<SampleKey> keys, int maxNewTokens, IReadOnlySet<int> stopIds)
    {
        _maxNewTokens = maxNewTokens;
        _stopIds = stopIds;
        _lines = [.. keys.Select(key => new Line(Stream(key)))];
        _rows = _lines;
    }

    public bool IsDone => Array.TrueForAll(_rows, row => row.IsDone);

    public IReadOnlyList<DecodedTokens> Results => [.. _lines.Select(line => new DecodedTokens(line.Ids, line.StopId))];

    /// <summary>One number in [0, 1) for each row, from the row's own key.</summary>
    public float[] NextUniforms()
    {
        var uniforms = Array.ConvertAll(_rows, row => MathF.Min((float)row.Random.DoubleAt(_step), MathF.BitDecrement(1)));
        _step++;
        return uniforms;
    }

    /// <summary>Takes one sampled token per row; what finished rows sample is dropped.</summary>
    /// <returns>The same tokens, to be fed to the next step.</returns>
    public long[] Accept(long[] tokens)
    {
        for (var row = 0; row < tokens.Length; row++)
            _rows[row].Accept((int)tokens[row], _stopIds, _maxNewTokens);
        return tokens;
    }

    /// <summary>Drops finished rows once they are many.</summary>
    /// <returns>The rows that stay, ascending; null when nothing changed.</returns>
    public long[]? TryCompact()
    {
        var kept = Enumerable.Range(0, _rows.Length).Where(row => !_rows[row].IsDone).ToArray();
        if (kept.Length > CompactBelow * _rows.Length)
            return null;
        _rows = Array.ConvertAll(kept, row => _rows[row]);
        return Array.ConvertAll(kept, row => (long)row);
    }

    private static KeyedRandom Stream(SampleKey key) =>
        new(key.Seed, "explanation", key.TranscriptId, key.Condition, key.Position.ToString(), key.Sample.ToString());

    private sealed class Line(KeyedRandom random)
    {
        public KeyedRandom Random { get; } = random;

        public List<int> Ids { get; } = [];

        public int? StopId { get; private set; }

        public bool IsDone { get; private set; }

        public void Accept(int token, IReadOnlySet<int> stopIds, int maxNewTokens)
        {
            if (IsDone)
                return;
            if (stopIds.Contains(token))
                StopId = token;
            else
                Ids.Add(token);
            IsDone = StopId is not null || Ids.Count == maxNewTokens;
        }
    }
}
