using EvalAwareness.Core;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>Turns what is thrown at a person into a line that the next look follows.</summary>
internal static class Look
{
    /// <param name="subject">What is looked at.</param>
    /// <param name="examine">Says what was found, or throws.</param>
    public static Finding At(string subject, Func<string> examine) => AtValue(subject, examine, found => found).Finding;

    /// <summary>Keeps what was found for the looks that need it; null when there was nothing good.</summary>
    public static (Finding Finding, T? Value) AtValue<T>(string subject, Func<T> examine, Func<T, string> describe) where T : class
    {
        try
        {
            var value = examine();
            return (new Finding(subject, Health.Good, describe(value)), value);
        }
        catch (Exception problem) when (problem is RefusedException or TorchException or DllNotFoundException)
        {
            return (new Finding(subject, Health.Wrong, problem.Message.ReplaceLineEndings(" ")), null);
        }
    }
}
