using EvalAwareness.Core.Models;

namespace EvalAwareness.Inference.Nla;

/// <summary>
/// What a verbalizer's sidecar says of its injection. Released sidecars say nothing and mean replacing; read the other way, any of them
/// writes fluent nonsense, so a word that is not understood is a problem.
/// </summary>
internal static class InjectionFields
{
    private const string Expected = "expected replace or add";
    private const string OneWay = "is asked for; a verbalizer understands only the way it was trained with";

    private static readonly string[] ModeFields = ["injection_mode", "extraction.injection_mode", "tokens.injection_mode"];

    private static readonly string[] LayerFields = ["injection_layer", "extraction.injection_layer", "tokens.injection_layer"];

    /// <param name="fields">The sidecar's; what is wrong is noted there.</param>
    /// <param name="asked">What is to hold where the sidecar is silent; null for nothing.</param>
    /// <returns>The block whose output an activation is added to, from 0; null where it replaces the marker's embedding.</returns>
    public static int? ReadLayer(YamlFields fields, InjectionOptions? asked)
    {
        fields.RequireOneValue(ModeFields);
        fields.RequireOneValue(LayerFields);
        var (mode, layer) = (Mode(fields), fields.Int(LayerFields));
        RefuseContradiction(fields, mode, layer, asked);
        switch (mode ?? asked?.Mode)
        {
            case InjectionMode.Add:
                return Layer(fields, layer ?? asked?.Layer);
            case null when layer is not null:
                fields.Problem(ModeFields[0], $"is missing beside {fields.Spelling(LayerFields)} {layer}; {Expected}");
                return null;
            default:
                return null;
        }
    }

    private static InjectionMode? Mode(YamlFields fields)
    {
        switch (fields.Text(ModeFields))
        {
            case null:
                return null;
            case "replace":
                return InjectionMode.Replace;
            case "add":
                return InjectionMode.Add;
            case var other:
                fields.Problem(fields.Spelling(ModeFields), $"is '{other}'; {Expected}");
                return null;
        }
    }

    private static int? Layer(YamlFields fields, int? layer)
    {
        if (layer is null)
            fields.Problem(LayerFields[0], "is missing; adding needs the block whose output is added to, counted from 0");
        return layer;
    }

    private static void RefuseContradiction(YamlFields fields, InjectionMode? mode, int? layer, InjectionOptions? asked)
    {
        if (asked is not null && mode is { } said && said != asked.Mode)
            fields.Problem(fields.Spelling(ModeFields), $"is {Name(said)}, but {Name(asked.Mode)} {OneWay}");
        else if (asked?.Layer is { } other && layer is { } block && block != other)
            fields.Problem(fields.Spelling(LayerFields), $"is {block}, but {other} {OneWay}");
    }

    private static string Name(InjectionMode mode) => mode.ToString().ToLowerInvariant();
}
