using System.CommandLine;

namespace EvalAwareness.Cli;

/// <summary>Options that mean the same in every command.</summary>
internal static class CommonOptions
{
    public static Option<string> Device() => new("--device")
    {
        Description = "Where the models compute.",
        HelpName = "cpu|cuda:N",
        DefaultValueFactory = _ => "cpu",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document instead of tables and progress." };

    /// <summary>Refuses every number below 1.</summary>
    public static void RequirePositive(Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens.Any(token => int.TryParse(token.Value, out var number) && number < 1))
            result.AddError($"{option.Name}: legal is a whole number from 1");
    });
}
