namespace EvalAwareness.Reading.Formats.Content;

/// <summary>Text that came in pieces.</summary>
internal static class Pieces
{
    /// <summary>The pieces, a line each; empty ones leave no line.</summary>
    public static string Join(params IEnumerable<string?> pieces) => string.Join('\n', pieces.Where(piece => !string.IsNullOrEmpty(piece)));
}
