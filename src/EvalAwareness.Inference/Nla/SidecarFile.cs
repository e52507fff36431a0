using System.Globalization;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Inference.Nla;

/// <summary>Reads and writes <see cref="Sidecar.FileName"/>; legacy spellings (actor, critic) are read, unknown keys ignored.</summary>
public static class SidecarFile
{
    // Sidecars round it to four digits.
    private const double MseScaleTolerance = 1e-3;

    private static readonly string[] VerbalizerTemplateFields = ["prompt_templates.av", "prompt_templates.actor"];

    private static readonly string[] ReconstructorTemplateFields = ["prompt_templates.ar", "prompt_templates.critic"];

    // The last ones are older spellings, and mean K as well.
    private static readonly string[] LayerFields =
        ["extraction_layer_index", "critic.extraction_layer_index", "ar.extraction_layer_index", "ar.num_hidden_layers", "critic.num_hidden_layers"];

    /// <param name="folder">A checkpoint's folder.</param>
    /// <param name="injection">How a verbalizer injects whose sidecar does not say; null for replacing. One that says something else is refused.</param>
    /// <exception cref="RefusedException">Lists every missing or invalid field.</exception>
    public static Sidecar Read(string folder, InjectionOptions? injection = null)
    {
        var fields = new YamlFields(Path.Combine(folder, Sidecar.FileName));
        if (fields.Text("kind") is var kind and not "nla_model")
            fields.Problem("kind", $"is '{kind}'; expected nla_model");
        var role = Role(fields);
        var hiddenSize = fields.RequiredInt("d_model");
        var sidecar = new Sidecar
        {
            Role = role,
            Stage = fields.Text("stage") ?? Sidecar.WarmStarted,
            HiddenSize = hiddenSize,
            Layer = fields.RequiredInt(LayerFields),
            InjectionLayer = role == NlaRole.Verbalizer ? InjectionFields.ReadLayer(fields, injection) : null,
            InjectionScale = Scale(fields, "extraction.injection_scale", hiddenSize),
            MseScale = MseScale(fields, role, hiddenSize),
            Marker = fields.Text("tokens.injection_char") ?? "",
            MarkerId = fields.RequiredInt("tokens.injection_token_id"),
            LeftNeighbourId = fields.RequiredInt("tokens.injection_left_neighbor_id"),
            RightNeighbourId = fields.RequiredInt("tokens.injection_right_neighbor_id"),
            SuffixIds = fields.Ints("tokens.critic_suffix_ids"),
            VerbalizerTemplate = fields.Text(VerbalizerTemplateFields),
            ReconstructorTemplate = fields.Text(ReconstructorTemplateFields),
            VarianceBaseline = fields.PositiveDouble("extraction.variance_baseline"),
            TrainedOn = fields.Text("trained_on"),
        };
        CheckRole(fields, sidecar);
        fields.RequireOneValue(LayerFields);
        fields.ThrowIfAnyProblem();
        return sidecar;
    }

    /// <summary>The block K that the sidecar of a folder names, from 0; null when there is none.</summary>
    /// <exception cref="RefusedException">It names something else.</exception>
    public static int? ReadLayer(string folder)
    {
        var file = Path.Combine(folder, Sidecar.FileName);
        if (!File.Exists(file))
            return null;
        var fields = new YamlFields(file);
        var layer = fields.Int(LayerFields);
        fields.ThrowIfAnyProblem();
        return layer;
    }

    public static void Write(string folder, Sidecar sidecar) =>
        File.WriteAllLines(Path.Combine(folder, Sidecar.FileName), Lines(sidecar));

    private static NlaRole Role(YamlFields fields)
    {
        switch (fields.Text("role"))
        {
            case "av" or "actor":
                return NlaRole.Verbalizer;
            case "ar" or "critic":
                return NlaRole.Reconstructor;
            case var other:
                fields.Problem("role", $"is '{other}'; expected av or ar");
                return NlaRole.Verbalizer;
        }
    }

    /// <summary>A number, or √d by name; null stands for none.</summary>
    private static double? Scale(YamlFields fields, string path, int hiddenSize)
    {
        if (fields.Text(path) == "sqrt_d_model")
            return Math.Sqrt(Math.Max(0, hiddenSize));
        return fields.PositiveDouble(path);
    }

    /// <summary>√d where it is not stated: only with it the squared error is 2(1 - cosine), which every threshold is stated in.</summary>
    private static double? MseScale(YamlFields fields, NlaRole role, int hiddenSize)
    {
        const string Path = "extraction.mse_scale";
        var expected = Math.Sqrt(Math.Max(0, hiddenSize));
        var stated = fields.Text(Path) is null ? expected : Scale(fields, Path, hiddenSize);
        if (role == NlaRole.Reconstructor && fields.IsNull(Path))
            fields.Problem(Path, "is null; a reconstructor needs the norm to compare at, √d_model");
        if (role == NlaRole.Reconstructor && Math.Abs((stated ?? expected) - expected) > MseScaleTolerance * expected)
            fields.Problem(Path, $"is {Number(stated)}; expected √d_model, {Number(expected)}");
        return stated;
    }

    private static void CheckRole(YamlFields fields, Sidecar sidecar)
    {
        if (sidecar.Marker.Length == 0)
            fields.Problem("tokens.injection_char", "is missing");
        if (sidecar.Role == NlaRole.Verbalizer)
        {
            if (sidecar is { InjectionScale: null, InjectionLayer: null })
                fields.Problem("extraction.injection_scale", "is missing; a verbalizer needs the norm to inject at");
            RequireOneSlot(fields, VerbalizerTemplateFields, sidecar.VerbalizerTemplate, Sidecar.MarkerSlot);
        }
        else
        {
            RequireOneSlot(fields, ReconstructorTemplateFields, sidecar.ReconstructorTemplate, Sidecar.ExplanationSlot);
        }
    }

    private static void RequireOneSlot(YamlFields fields, string[] paths, string? template, string slot)
    {
        var count = template is null ? 0 : template.Split(slot).Length - 1;
        if (count != 1)
            fields.Problem(paths.FirstOrDefault(fields.IsPresent, paths[0]), $"holds {slot} {count} times; expected once");
    }

    private static IEnumerable<string> Lines(Sidecar sidecar)
    {
        yield return "kind: nla_model";
        yield return "schema_version: 2";
        yield return $"role: {(sidecar.Role == NlaRole.Verbalizer ? "av" : "ar")}";
        yield return $"stage: {sidecar.Stage}";
        yield return $"d_model: {sidecar.HiddenSize}";
        yield return $"extraction_layer_index: {sidecar.Layer}";
        if (sidecar.InjectionLayer is { } block)
        {
            yield return "injection_mode: add";
            yield return $"injection_layer: {block}";
        }
        yield return "extraction:";
        yield return $"  injection_scale: {Number(sidecar.InjectionScale)}";
        yield return $"  mse_scale: {Number(sidecar.MseScale)}";
        yield return $"  variance_baseline: {Number(sidecar.VarianceBaseline)}";
        yield return "tokens:";
        yield return $"  injection_char: \"{sidecar.Marker}\"";
        yield return $"  injection_token_id: {sidecar.MarkerId}";
        yield return $"  injection_left_neighbor_id: {sidecar.LeftNeighbourId}";
        yield return $"  injection_right_neighbor_id: {sidecar.RightNeighbourId}";
        yield return $"  critic_suffix_ids: {(sidecar.SuffixIds.Count == 0 ? "null" : $"[{string.Join(", ", sidecar.SuffixIds)}]")}";
        yield return "prompt_templates:";
        yield return $"  av: {Quoted(sidecar.VerbalizerTemplate)}";
        yield return $"  ar: {Quoted(sidecar.ReconstructorTemplate)}";
        yield return "critic:";
        yield return $"  extraction_layer_index: {sidecar.Layer}";
        yield return $"trained_on: {Quoted(sidecar.TrainedOn)}";
    }

    private static string Number(double? value) => value?.ToString("g9", CultureInfo.InvariantCulture) ?? "null";

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n")}\"";
}
