namespace EvalAwareness.Inference.Templating;

/// <summary>The place a parser has reached in the tokens of a template.</summary>
internal sealed class TokenReader(IReadOnlyList<TemplateToken> tokens)
{
    // Templates nest about a dozen deep; a parenthesis is two levels here.
    private const int Deepest = 400;

    private readonly Nesting _nesting = new(Deepest);
    private int _at;

    public TemplateToken Current => tokens[_at];

    public int Line => Current.Line;

    public bool IsOperator(string text) => Current.Is(TemplateTokenKind.Operator, text);

    public bool IsName(string text) => Current.Is(TemplateTokenKind.Name, text);

    /// <summary>Whether a block with one of these names begins here.</summary>
    public bool IsBlock(params ReadOnlySpan<string> names) =>
        Current.Kind == TemplateTokenKind.BlockBegin
        && tokens[_at + 1].Kind == TemplateTokenKind.Name
        && names.Contains(tokens[_at + 1].Text);

    public TemplateToken Take() => tokens[_at == tokens.Count - 1 ? _at : _at++];

    public bool TakeOperator(string text) => TakeIf(IsOperator(text));

    public bool TakeName(string text) => TakeIf(IsName(text));

    /// <summary>Takes the current operator if it is one of these; null otherwise.</summary>
    public string? TakeAnyOperator(params ReadOnlySpan<string> texts) =>
        Current.Kind == TemplateTokenKind.Operator && texts.Contains(Current.Text) ? Take().Text : null;

    public TemplateToken Expect(TemplateTokenKind kind, string? text = null) =>
        Current.Kind == kind && (text is null || Current.Text == text)
            ? Take()
            : throw Unexpected(text is null ? $"a {Name(kind)}" : $"'{text}'");

    public TemplateException Unexpected(string wanted) =>
        new($"expected {wanted} but found {(Current.Text.Length > 0 ? $"'{Current.Text}'" : Name(Current.Kind))}", Line);

    /// <summary>One level of nesting, until the result is disposed of.</summary>
    public Nesting.Level Deepen() => _nesting.Deepen(Line);

    private static string Name(TemplateTokenKind kind) => kind.ToString().ToLowerInvariant();

    private bool TakeIf(bool wanted)
    {
        if (wanted)
            Take();
        return wanted;
    }
}
