namespace EvalAwareness.Training.Documents;

/// <summary>A document, or the reason why a place in a corpus holds none.</summary>
internal sealed record CorpusItem(CorpusDocument? Document, SkippedDocument? Skipped)
{
    public static CorpusItem Of(CorpusDocument document) => new(document, null);

    public static CorpusItem Skip(string source, string reason) => new(null, new SkippedDocument(source, reason));
}
