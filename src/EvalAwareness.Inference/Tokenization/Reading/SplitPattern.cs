using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>
/// Says whether a split pattern means the same to .NET as to Oniguruma, in whose syntax tokenizer files are written.
/// What is an error to .NET is left to it.
/// </summary>
internal static partial class SplitPattern
{
    // Categories, white space, digits and escaped signs are the same to both; so are groups, ignored case and looking around.
    [GeneratedRegex(@"\\(?:[pPsSdDrnt]|[^A-Za-z0-9])|(?<foreign>\\.|&&|\[:|(?<!\[)\^|\$|\{,|\(\?(?!i?:|i\)|=|!))", RegexOptions.Singleline)]
    private static partial Regex Constructs { get; }

    /// <summary>The first construct that the two may read differently; null when there is none.</summary>
    public static string? Foreign(string pattern) =>
        Constructs.Matches(pattern).Select(match => match.Groups["foreign"]).FirstOrDefault(group => group.Success)?.Value;
}
