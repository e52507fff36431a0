namespace EvalAwareness.Inference.Architectures;

/// <summary>The families that are computed, by their names in <c>config.json</c>.</summary>
internal static class KnownArchitectures
{
    private static readonly Dictionary<string, Architecture> ByModelType = new Architecture[] { new Qwen2(), new Qwen3(), new Llama(), new Gemma3() }
        .ToDictionary(architecture => architecture.ModelType);

    /// <summary>As a sentence names them.</summary>
    public static string Names => $"{string.Join(", ", ByModelType.Keys)} and {Gemma3.WrapperType}";

    public static Architecture? Find(string modelType) =>
        ByModelType.GetValueOrDefault(modelType == Gemma3.WrapperType ? Gemma3.TextType : modelType);
}
