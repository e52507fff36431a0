using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Nla;

/// <summary>The tokens that end a response.</summary>
/// <param name="StopIds">All that the target declares: any of them ends what is sampled.</param>
/// <param name="Taught">The one that summaries end with in training: the last declared one that the chat template writes after an assistant's
/// message; where it writes none of them, the lowest.</param>
internal sealed record ResponseEnd(IReadOnlySet<int> StopIds, int Taught)
{
    public static ResponseEnd Of(string target, HuggingFaceTokenizer tokenizer, ChatTemplate template)
    {
        var stopIds = StopTokens.Read(target);
        Message[] exchange = [new(Role.User, "?"), new(Role.Assistant, "!")];
        var written = tokenizer.EncodeIds(template.Render(exchange, addGenerationPrompt: false)).Where(stopIds.Contains);
        return new ResponseEnd(stopIds, written.LastOrDefault(stopIds.Min()));
    }
}
