namespace EvalAwareness.Torch;

/// <summary>A tensor operation was refused, by our checks before the call or by LibTorch itself.</summary>
public sealed class TorchException(string message) : Exception(message);
