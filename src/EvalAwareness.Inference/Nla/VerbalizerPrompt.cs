using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Nla;

/// <summary>The verbalizer's prompt as tokens, cut at the marker where an activation enters.</summary>
/// <param name="Prefix">Tokens before the marker: the same for every activation.</param>
/// <param name="MarkerId">The marker itself.</param>
/// <param name="Suffix">Tokens after it, up to where the response begins.</param>
public sealed record VerbalizerPrompt(IReadOnlyList<int> Prefix, int MarkerId, IReadOnlyList<int> Suffix)
{
    // Over a hundred times the longest question known.
    private const int MostCharacters = 100_000;

    /// <summary>Tokens of the whole prompt.</summary>
    public int Length => Prefix.Count + 1 + Suffix.Count;

    /// <summary>Renders the sidecar's template once and checks it against the live tokenizer.</summary>
    /// <exception cref="RefusedException">Marker or neighbours disagree with the sidecar.</exception>
    public static VerbalizerPrompt Create(string folder, Sidecar sidecar, HuggingFaceTokenizer tokenizer, ChatTemplate template)
    {
        CheckMarker(folder, sidecar, tokenizer);
        var message = new Message(Role.User, sidecar.VerbalizerTemplate!.Replace(Sidecar.MarkerSlot, sidecar.Marker));
        var text = NlaChecks.AtLoading(template.Origin, () => template.Render([message], addGenerationPrompt: true));
        if (text.Length > MostCharacters)
            throw new RefusedException($"{template.Origin}: the question becomes {text.Length} characters; expected at most {MostCharacters}.");
        var ids = NlaChecks.AtLoading(Path.Combine(folder, HuggingFaceTokenizer.FileName), () => tokenizer.EncodeIds(text));
        var found = Enumerable.Range(0, ids.Length).Where(index => ids[index] == sidecar.MarkerId).ToList();
        if (found is not [var marker])
            throw Refused(folder, $"the marker '{sidecar.Marker}' stands {found.Count} times in the prompt; expected once");
        if (marker == 0 || marker == ids.Length - 1)
            throw Refused(folder, $"the marker '{sidecar.Marker}' stands at the edge of the prompt");
        if (tokenizer.BosId is { } bos && ids.Take(2).All(id => id == bos))
            throw Refused(folder, $"the prompt begins with the BOS token {bos} twice");
        CheckNeighbour(folder, "left", ids[marker - 1], sidecar.LeftNeighbourId);
        CheckNeighbour(folder, "right", ids[marker + 1], sidecar.RightNeighbourId);
        return new VerbalizerPrompt(ids[..marker], ids[marker], ids[(marker + 1)..]);
    }

    private static void CheckMarker(string folder, Sidecar sidecar, HuggingFaceTokenizer tokenizer)
    {
        var ids = NlaChecks.AtLoading(Path.Combine(folder, HuggingFaceTokenizer.FileName), () => tokenizer.EncodeIds(sidecar.Marker));
        if (ids.Length != 1)
            throw Refused(folder, $"the marker '{sidecar.Marker}' is {ids.Length} tokens for this tokenizer; expected one");
        if (ids[0] != sidecar.MarkerId)
            throw Refused(folder, $"the marker '{sidecar.Marker}' is token {ids[0]} for this tokenizer, the sidecar says {sidecar.MarkerId}");
        // One id may also be that of everything unknown.
        if (tokenizer.TokenText(ids[0]).Trim() != sidecar.Marker)
            throw Refused(folder, $"the marker '{sidecar.Marker}' is read as token {ids[0]}, which stands for '{tokenizer.TokenText(ids[0])}'");
    }

    private static void CheckNeighbour(string folder, string side, int found, int expected)
    {
        if (found != expected)
            throw Refused(folder, $"the {side} neighbour of the marker is token {found}, the sidecar says {expected}");
    }

    private static RefusedException Refused(string folder, string problem) =>
        new($"{Path.Combine(folder, Sidecar.FileName)}: {problem}. Sidecar, tokenizer and chat template must come from one checkpoint.");
}
