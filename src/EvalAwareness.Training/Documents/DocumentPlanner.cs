using EvalAwareness.Core;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Documents;

/// <summary>Decides, from a document and the seed alone, what a document is used for and which of its positions are kept.</summary>
internal sealed class DocumentPlanner(DocumentOptions options, HuggingFaceTokenizer tokenizer, ChatTemplate template)
{
    /// <summary>Earlier positions hold too little of the text to be worth a summary.</summary>
    public const int MinimumIndex = 50;

    private const double VerbalizerShare = 0.25;
    private const double ReconstructorShare = 0.25;
    private const double HeldOutShare = 0.05;

    private readonly TranscriptTokenizer _transcripts = new(tokenizer, template);

    /// <exception cref="ItemException">It has no position that could be kept, or its messages cannot be rendered.</exception>
    public PlannedDocument Plan(CorpusDocument document)
    {
        var (ids, readable) = document.Messages.Count > 0 ? ReadConversation(document) : ReadText(document.Text);
        var within = readable.Where(position => position >= MinimumIndex && position < options.MostTokens).ToArray();
        if (within.Length == 0)
            throw new ItemException($"has no token at position {MinimumIndex} or later");
        new KeyedRandom(options.Seed, "positions", document.Id).Shuffle(within.AsSpan());
        return new PlannedDocument(
            document.Id, SplitOf(document.Id), [.. ids.Take(options.MostTokens)],
            [.. within.Take(options.PositionsPerDocument).Order()], IsCut: ids.Length > options.MostTokens);
    }

    private DataSplit SplitOf(string id) => new KeyedRandom(options.Seed, "split", id).NextDouble() switch
    {
        < VerbalizerShare => DataSplit.Verbalizer,
        < VerbalizerShare + ReconstructorShare => DataSplit.Reconstructor,
        < 1 - HeldOutShare => DataSplit.Reinforcement,
        _ => DataSplit.HeldOut,
    };

    /// <summary>What looks like a special token inside a text is ordinary characters: a document cannot end anything.</summary>
    private (int[] Ids, IEnumerable<int> Readable) ReadText(string text)
    {
        var spans = tokenizer.Encode(text, [new TextRange(0, text.Length)], addSpecialTokens: true);
        return (Array.ConvertAll(spans, span => span.Id), Enumerable.Range(0, spans.Length).Where(index => spans[index].End > spans[index].Start));
    }

    private (int[] Ids, IEnumerable<int> Readable) ReadConversation(CorpusDocument document)
    {
        var transcript = new Transcript(document.Id, document.Source, TranscriptKind.Deployment, document.Messages, "");
        var tokens = _transcripts.Tokenize(transcript).Tokens;
        return ([.. tokens.Select(token => token.TokenId)], tokens.Where(token => token.Section is not null).Select(token => token.Position));
    }
}
