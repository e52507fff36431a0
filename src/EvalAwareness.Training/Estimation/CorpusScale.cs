using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Estimation;

/// <summary>How much there is to read.</summary>
/// <param name="Basis">Whether that was counted or assumed.</param>
/// <param name="Documents">Documents of the splits in question.</param>
/// <param name="Positions">Positions kept of them.</param>
/// <param name="Tokens">Tokens the target reads.</param>
public sealed record CorpusScale(string Basis, long Documents, long Positions, long Tokens)
{
    /// <summary>The released pairs' warm start.</summary>
    private const int AssumedDocuments = 100_000;

    private const int AssumedTokens = 1000;

    public static CorpusScale Counted(CorpusSurvey survey, IReadOnlyCollection<DataSplit> splits)
    {
        var counts = splits.Select(survey.Of).ToList();
        return new CorpusScale("counted", counts.Sum(split => (long)split.Documents), counts.Sum(split => (long)split.Positions), counts.Sum(split => split.Tokens));
    }

    public static CorpusScale Assumed(DocumentOptions options)
    {
        long documents = options.Limit ?? AssumedDocuments;
        return new CorpusScale($"assumed: {AssumedTokens} tokens a document", documents, documents * options.PositionsPerDocument, documents * AssumedTokens);
    }
}
