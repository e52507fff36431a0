using System.CommandLine;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Cli.Interop;

/// <summary>How explanations are sampled where no audit says so.</summary>
internal sealed class SamplingSettings
{
    private static readonly SamplingOptions Default = new();

    private readonly Option<int> _samples = Number("--samples", "Explanations of each activation.", Default.Samples, most: 1_024);
    private readonly Option<int> _newTokens = Number("--max-new-tokens", "Most tokens of an explanation.", Default.MaxNewTokens, most: 65_536);

    private readonly Option<double> _temperature = new("--temperature")
    {
        Description = "Softmax temperature; 0 is greedy.",
        HelpName = "T",
        DefaultValueFactory = _ => Default.Temperature,
    };

    private readonly Option<ulong> _seed = new("--seed") { Description = "Of the random numbers. Default: 0.", HelpName = "S" };

    public SamplingSettings() => _temperature.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<double>() is not (>= 0 and <= 100))
            result.AddError("--temperature: legal is a number from 0 to 100");
    });

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_samples, _temperature, _newTokens, _seed])
            command.Add(option);
    }

    public ulong Seed(ParseResult parsed) => parsed.GetValue(_seed);

    public SamplingOptions Options(ParseResult parsed) => Default with
    {
        Samples = parsed.GetRequiredValue(_samples),
        Temperature = parsed.GetRequiredValue(_temperature),
        MaxNewTokens = parsed.GetRequiredValue(_newTokens),
    };

    private static Option<int> Number(string name, string description, int byDefault, int most)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < 1 || number > most))
                result.AddError($"{name}: legal is a whole number from 1 to {most}");
        });
        return option;
    }
}
