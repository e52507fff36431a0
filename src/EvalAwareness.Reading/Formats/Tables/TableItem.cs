using System.Globalization;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>One conversation of a table: JSON in one of the known shapes, and what other columns say of it.</summary>
internal sealed record TableItem(SourceItem Source)
{
    public string? Id { get; init; }

    public string? Model { get; init; }

    /// <summary>The system prompt where it has a column of its own.</summary>
    public string? System { get; init; }

    public static TableItem At(long row, ReadOnlyMemory<byte> json, string? problem = null) =>
        new(new SourceItem(row.ToString(CultureInfo.InvariantCulture), json, problem));

    /// <summary>Adds what the other columns say.</summary>
    public Conversation Complete(Conversation read) => read with
    {
        Id = Id ?? read.Id,
        Model = Model ?? read.Model,
        Messages = System is null || read.Messages is [{ Role: Role.System }, ..] ? read.Messages : [new Message(Role.System, System), .. read.Messages],
    };
}
