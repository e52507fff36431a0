using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Turns settings into options; the one place that knows every key, its range and its default.</summary>
internal sealed class AuditOptionsReader(SettingsTree settings, string auditPath)
{
    private const int MostPositions = 1_000_000;
    private const int MostLayers = 10_000;

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
            Injection = ReadInjection(root),
            Datasets = new DatasetSourceReader(root, _folder).Read(),
            Positions = ReadPositions(root.Section("positions")),
            Sampling = ReadSampling(root.Section("sampling")),
            Controls = ReadControls(root.Section("controls"), blockPositions),
            WarmStart = ReadWarmStart(root),
            Judge = new JudgeSettingsReader(root.Section("judge"), _folder).Read(),
            JudgeCalibration = Existing(root, "judge_calibration", Path.Exists, "file or folder"),
            Seed = root.Number("seed", ulong.MinValue, ulong.MaxValue) ?? 0,
            BlockPositions = blockPositions,
            DataType = root.Choice("dtype", "auto", "auto", "float32", "bfloat16"),
            Residency = root.Choice("residency", Residency.Auto),
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

    private static InjectionOptions? ReadInjection(SettingsSection root)
    {
        if (!root.Has("injection"))
            return null;
        var section = root.Section("injection");
        if (!section.Has("mode"))
            section.Refuse("mode", null, "replace, add");
        var injection = new InjectionOptions(section.Choice("mode", InjectionMode.Replace), section.Number("layer", 0, MostLayers));
        if (injection is { Mode: InjectionMode.Replace, Layer: not null })
            section.Refuse("layer", injection.Layer, "nothing: only mode add has a layer");
        section.RefuseUnknown();
        return injection;
    }

    private static PositionOptions ReadPositions(SettingsSection section)
    {
        var defaults = new PositionOptions();
        var positions = new PositionOptions
        {
            Policy = section.Choice("policy", defaults.Policy),
            Count = section.Number("count", 1, MostPositions) ?? defaults.Count,
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

    private ControlOptions ReadControls(SettingsSection section, int blockPositions)
    {
        var controls = new ControlOptions
        {
            // Both sides of an exchange stand in one block, so one transcript must fit into it.
            ShuffledPositions = Number(section, "shuffled", "positions", blockPositions),
            RandomPositions = Number(section, "random", "positions", MostPositions),
            NoInjectionPositions = Number(section, "no_injection", "positions", MostPositions),
            WindowWords = Number(section, "window", "words", 100_000),
            Probe = Existing(section, "probe", File.Exists, "file"),
        };
        section.RefuseUnknown();
        return controls;
    }

    private static int Number(SettingsSection controls, string control, string key, int most)
    {
        var section = controls.Section(control);
        var number = section.Number(key, 0, most) ?? 0;
        section.RefuseUnknown();
        return number;
    }

    private WarmStartOptions? ReadWarmStart(SettingsSection root)
    {
        if (!root.Has("warm_start"))
            return null;
        var section = root.Section("warm_start");
        var warmStart = new WarmStartOptions
        {
            Verbalizer = RequiredFolder(section, "verbalizer"),
            Reconstructor = Folder(section, "reconstructor"),
            Positions = section.Number("positions", 1, MostPositions) ?? 50,
        };
        section.RefuseUnknown();
        return warmStart;
    }

    private string RequiredFolder(SettingsSection section, string key)
    {
        if (!section.Has(key))
            section.Refuse(key, null, "the path of a checkpoint folder");
        return Folder(section, key) ?? "";
    }

    private string? Folder(SettingsSection section, string key) => Existing(section, key, Directory.Exists, "folder");

    private string? Existing(SettingsSection section, string key, Func<string, bool> exists, string what)
    {
        if (section.Text(key) is not { } given)
            return null;
        var path = Path.GetFullPath(given, _folder);
        if (!exists(path))
            section.Refuse(key, given, $"an existing {what} ({path} does not exist)");
        return path;
    }
}
