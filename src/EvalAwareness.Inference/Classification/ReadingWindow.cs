namespace EvalAwareness.Inference.Classification;

/// <summary>As much of a text as is read at once.</summary>
/// <param name="Ids">Ids, with the markers before and behind.</param>
/// <param name="Sentences">For each id the sentence it is of; -1 for the markers.</param>
internal sealed record ReadingWindow(IReadOnlyList<int> Ids, IReadOnlyList<int> Sentences)
{
    /// <summary>Most ids in one window, of 512 places that the encoder knows. Explanations have a third of that; longer texts are read in pieces.</summary>
    public const int MostIds = 384;

    /// <summary>Windows of whole sentences, each beginning with the last sentence of the one before it; a sentence that fills more is cut.</summary>
    public static IReadOnlyList<ReadingWindow> Of(string text, IReadOnlyList<Range> sentences, WordPieces pieces)
    {
        var windows = new List<ReadingWindow>();
        var held = new List<Piece>();
        foreach (var sentence in sentences.SelectMany((range, index) => pieces.Encode(text[range]).Select(id => new Piece(id, index)).Chunk(MostIds - 2)))
        {
            if (held.Count + sentence.Length > MostIds - 2)
            {
                windows.Add(Window(held, pieces));
                var last = held.FindAll(piece => piece.Sentence == held[^1].Sentence);
                held = last.Count + sentence.Length > MostIds - 2 ? [] : last;
            }
            held.AddRange(sentence);
        }
        if (held.Count > 0)
            windows.Add(Window(held, pieces));
        return windows;
    }

    private static ReadingWindow Window(List<Piece> held, WordPieces pieces) => new(
        [pieces.Begin, .. held.Select(piece => piece.Id), pieces.End], [-1, .. held.Select(piece => piece.Sentence), -1]);

    private readonly record struct Piece(int Id, int Sentence);
}
