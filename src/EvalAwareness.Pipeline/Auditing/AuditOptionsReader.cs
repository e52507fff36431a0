using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Turns settings into options; the one place that knows every key, its range and its default.</summary>
internal sealed class AuditOptionsReader(SettingsTree settings, string auditPath)
{
    private readonly string _folder = Path.GetDirectoryName(auditPath)!;

    /// <summary>The options; meaningful only when the settings report no problem.</summary>
    public AuditOptions Read()
    {
        var root = settings.Root;
        var blockPositions = root.Number("block_positions", 1, 65_536) ?? 256;
        var audit = new AuditOptions
        {
            Name = ReadName(root),
            Model = RequiredFolder(root, "model"),
            Verbalizer = RequiredFolder(root, "verbalizer"),
            Reconstructor = Folder(root, "reconstructor"),
            Datasets = new DatasetSourceReader(root, _folder).Read(),
            Positions = ReadPositions(root.Section("positions")),
            Sampling = ReadSampling(root.Section("sampling")),
            Controls = ReadControls(root.Section("controls"), blockPositions),
            Judge = root.Choice("judge", "rubric", "rubric"),
            Seed = root.Number("seed", ulong.MinValue, ulong.MaxValue) ?? 0,
            BlockPositions = blockPositions,
            DataType = root.Choice("dtype", "auto", "auto", "float32", "bfloat16"),
            Limit = root.Number("limit", 1, int.MaxValue),
        };
        root.RefuseUnknown();
        return audit;
    }

    private string ReadName(SettingsSection root)
    {
        var name = root.Text("name") ?? Path.GetFileNameWithoutExtension(auditPath);
        if (name.Length == 0 || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            root.Refuse("name", name, "a name that can stand in a folder's name");
        return name;
    }

    private static PositionOptions ReadPositions(SettingsSection section)
    {
        var defaults = new PositionOptions();
        var positions = new PositionOptions
        {
            Policy = section.Choice("policy", defaults.Policy),
            Count = section.Number("count", 1, 1_000_000) ?? defaults.Count,
            MinimumIndex = section.Number("minimum_index", 0, 1_000_000) ?? defaults.MinimumIndex,
            IncludeReasoning = section.Flag("include_reasoning", defaults.IncludeReasoning),
            OutlierNormRatio = section.Number("outlier_norm_ratio", 1.0, 1e6) ?? defaults.OutlierNormRatio,
        };
        section.RefuseUnknown();
        return positions;
    }

    private static SamplingOptions ReadSampling(SettingsSection section)
    {
        var defaults = new SamplingOptions();
        var sampling = new SamplingOptions
        {
            Temperature = section.Number("temperature", 0.0, 100.0) ?? defaults.Temperature,
            TopP = section.Number("top_p", 1e-6, 1.0) ?? defaults.TopP,
            MaxNewTokens = section.Number("max_new_tokens", 1, 65_536) ?? defaults.MaxNewTokens,
            Samples = section.Number("samples", 1, 1_024) ?? defaults.Samples,
        };
        section.RefuseUnknown();
        return sampling;
    }

    private static ControlOptions ReadControls(SettingsSection section, int blockPositions)
    {
        var shuffled = section.Section("shuffled");
        // Both sides of an exchange stand in one block, so one transcript must fit into it.
        var positions = shuffled.Number("positions", 0, blockPositions) ?? 0;
        shuffled.RefuseUnknown();
        section.RefuseUnknown();
        return new ControlOptions { ShuffledPositions = positions };
    }

    private string RequiredFolder(SettingsSection root, string key)
    {
        if (!root.Has(key))
            root.Refuse(key, null, "the path of a checkpoint folder");
        return Folder(root, key) ?? "";
    }

    private string? Folder(SettingsSection root, string key)
    {
        if (root.Text(key) is not { } path)
            return null;
        var folder = Path.GetFullPath(path, _folder);
        if (!Directory.Exists(folder))
            root.Refuse(key, path, $"an existing folder ({folder} does not exist)");
        return folder;
    }
}
