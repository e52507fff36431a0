namespace EvalAwareness.Training.Corpus;

/// <summary>What a sentence of a synthetic transcript is there for.</summary>
public enum SentenceKind
{
    RoleDescription,
    SituationDetail,
    TaskRequest,
    Weighing,
    WorkingStep,
    Remark,
    ClosingDecision,
    ToolOutput,
}
