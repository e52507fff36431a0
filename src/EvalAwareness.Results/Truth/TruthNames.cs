using EvalAwareness.Core;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>What figures and report call the readings and what they are held against.</summary>
internal static class TruthNames
{
    public static string Of(ReadingStudy study) => study.Subject switch
    {
        Subjects.Window => "judge of the text",
        Subjects.Activation => "linear probe",
        _ => Of(study.Condition),
    };

    public static string Of(Reference reference) => reference.Name switch
    {
        References.Cues => "number of cues",
        References.AnotherTranscript => "another transcript's explanations",
        References.ResponseTokens => "length of the response",
        References.GeneratedTokens => "tokens per explanation",
        References.ExplanationWords => "words per explanation",
        References.EvaluationWords => "explanations with an evaluation word",
        _ => reference.Name,
    };

    public static string Of(string condition) => condition switch
    {
        Conditions.WarmStart => "warm start",
        Conditions.Random => "random vectors",
        Conditions.NoInjection => "no injection",
        _ => condition,
    };
}
