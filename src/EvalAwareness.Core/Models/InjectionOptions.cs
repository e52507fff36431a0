namespace EvalAwareness.Core.Models;

/// <summary>How a verbalizer injects, for one whose sidecar does not say.</summary>
/// <param name="Mode">Which way.</param>
/// <param name="Layer">Decoder block whose output is added to, counted from 0; null for replacing, or where the sidecar names it.</param>
public sealed record InjectionOptions(InjectionMode Mode, int? Layer);
