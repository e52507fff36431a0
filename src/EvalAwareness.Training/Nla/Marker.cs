using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Nla;

/// <summary>The character whose embedding is replaced by an activation.</summary>
/// <param name="Text">The character.</param>
/// <param name="Id">Its one token.</param>
/// <param name="Left">Token before it in the verbalizer's prompt.</param>
/// <param name="Right">Token after it.</param>
internal sealed record Marker(string Text, int Id, int Left, int Right)
{
    // Those of the released checkpoints first, then others that hardly any text holds.
    private static readonly string[] Candidates = ["㈎", "㈜", "㎡", "㊙", "㏊", "※", "◊", "¤", "¶", "§"];

    /// <summary>The first candidate that this tokenizer keeps apart from what stands beside it.</summary>
    /// <exception cref="RefusedException">It keeps none apart.</exception>
    public static Marker Choose(string folder, string prompt, HuggingFaceTokenizer tokenizer, ChatTemplate template) =>
        Candidates.Select(candidate => Fit(candidate, prompt, tokenizer, template)).OfType<Marker>().FirstOrDefault()
        ?? throw new RefusedException(
            $"{folder}: tokenizer.json has none of {string.Join(' ', Candidates)} as a token of its own, so that there is no place to put an activation.");

    private static Marker? Fit(string candidate, string prompt, HuggingFaceTokenizer tokenizer, ChatTemplate template)
    {
        if (tokenizer.EncodeIds(candidate) is not [var id] || tokenizer.Decode([id], skipSpecial: false) != candidate)
            return null;
        var message = prompt.Replace(Sidecar.MarkerSlot, candidate);
        var rendered = tokenizer.EncodeIds(template.Render([new Message(Role.User, message)], addGenerationPrompt: true));
        // The chat template must not change what stands beside it.
        return Find(candidate, id, rendered) is { } found && Find(candidate, id, tokenizer.EncodeIds(message)) == found ? found : null;
    }

    private static Marker? Find(string candidate, int id, int[] ids)
    {
        var at = Array.IndexOf(ids, id);
        var isInside = at > 0 && at < ids.Length - 1;
        return isInside && at == Array.LastIndexOf(ids, id) ? new Marker(candidate, id, ids[at - 1], ids[at + 1]) : null;
    }
}
