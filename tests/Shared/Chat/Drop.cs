namespace EvalAwareness.Tests.Chat;

/// <summary>Where a connection is dropped.</summary>
internal enum Drop
{
    Never,
    BeforeAnswer,
    InTheMiddle,
}
