using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>A synthetic run of eight transcripts per dataset and its truth study, made once for all tests that only read them.</summary>
internal static class SyntheticStudy
{
    public static readonly RunTables Tables = SyntheticTables.Of(new SyntheticRun());
    public static readonly TruthStudy Study = TruthStudy.Of(Tables)!;
}
