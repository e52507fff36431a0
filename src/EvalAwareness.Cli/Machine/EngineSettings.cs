using System.CommandLine;

namespace EvalAwareness.Cli.Machine;

/// <summary>The options of commands that use the engine without an audit.</summary>
internal sealed class EngineSettings
{
    private readonly Option<string> _device = CommonOptions.Device();

    private readonly Option<string> _type = new("--dtype")
    {
        Description = "Element type to compute in.",
        HelpName = "auto|bfloat16|float32",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public void AddTo(Command command)
    {
        command.Add(_device);
        command.Add(_type);
        command.Add(_json);
    }

    public string Device(ParseResult parsed) => parsed.GetRequiredValue(_device);

    public string Type(ParseResult parsed) => parsed.GetRequiredValue(_type);

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);
}
