namespace EvalAwareness.Torch.Safetensors;

/// <summary>A safetensors file is unreadable; the message names the file and what is wrong with it.</summary>
public sealed class SafetensorsException(string file, string problem) : Exception($"{file}: {problem}.");
