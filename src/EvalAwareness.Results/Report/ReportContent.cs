using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Calibration;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report;

/// <summary>What a report is made from.</summary>
/// <param name="Tables">The tables of a completed run.</param>
public sealed record ReportContent(RunTables Tables)
{
    /// <summary>Figures in the order in which they are shown.</summary>
    public IReadOnlyList<ReportFigure> Figures { get; init; } = [];

    /// <summary>How right the measure was; null where the truth is not known.</summary>
    public TruthStudy? Truth { get; init; }

    /// <summary>What the explanations are worth, where they were held against the text; the section is left out when empty.</summary>
    public IReadOnlyList<ReportTable> Quality { get; init; } = [];

    /// <summary>What is known of the judges; the section is left out where none of it is about this run's.</summary>
    public IReadOnlyList<CalibrationDocument> Calibrations { get; init; } = [];

    /// <summary>The text of a transcript by its id. Where it gives null, only the tokens that were read are shown.</summary>
    public Func<string, TokenizedTranscript?> TextOf { get; init; } = _ => null;
}
