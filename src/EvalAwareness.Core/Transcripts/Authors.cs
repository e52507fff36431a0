using System.Text.Json;

namespace EvalAwareness.Core.Transcripts;

/// <summary>Names of authors as they stand in files.</summary>
public static class Authors
{
    private static readonly Dictionary<string, Author> ByName = Enum.GetValues<Author>().ToDictionary(Name);

    public static string Name(this Author author) => JsonNamingPolicy.SnakeCaseLower.ConvertName(author.ToString());

    /// <summary>The author that <paramref name="name"/> stands for, or null when none is called so.</summary>
    public static Author? Parse(string name) => ByName.TryGetValue(name, out var author) ? author : null;
}
