namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>What a Metaspace step writes for spaces.</summary>
internal static class Metaspace
{
    public static char Mark(JsonField step)
    {
        var scheme = step.Required("prepend_scheme");
        if (scheme.Text() != "never")
            throw scheme.Refuse($"is '{scheme.Text()}'; only 'never' is supported");
        var replacement = step.Required("replacement");
        return replacement.Text() is [var mark] ? mark : throw replacement.Refuse("is not one character");
    }
}
