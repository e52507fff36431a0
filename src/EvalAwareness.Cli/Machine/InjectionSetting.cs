using System.CommandLine;
using System.Globalization;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Cli.Machine;

/// <summary>How a verbalizer injects whose sidecar does not say, where no audit says so.</summary>
internal sealed class InjectionSetting
{
    private readonly Option<string?> _injection = new("--injection")
    {
        Description = "How a verbalizer injects whose sidecar does not say: in place of the marker's embedding (the default), "
            + "or added to the output of block N, counted from 0.",
        HelpName = "replace|add:N",
    };

    public void AddTo(Command command) => command.Add(_injection);

    /// <returns>Null where nothing is asked for.</returns>
    /// <exception cref="RefusedException">It is neither.</exception>
    public InjectionOptions? Options(ParseResult parsed) => parsed.GetValue(_injection) is { } given ? Parse(given) : null;

    private static InjectionOptions Parse(string given) => given.Split(':') switch
    {
        ["replace"] => new(InjectionMode.Replace, Layer: null),
        ["add"] => new(InjectionMode.Add, Layer: null),
        ["add", var layer] when int.TryParse(layer, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            new(InjectionMode.Add, number),
        _ => throw new RefusedException($"--injection: is '{given}'; legal is replace, or add:N with a block's number"),
    };
}
