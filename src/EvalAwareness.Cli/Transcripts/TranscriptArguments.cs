using System.CommandLine;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Cli.Transcripts;

/// <summary>The files of transcripts that a command reads, and the format they are in.</summary>
internal sealed class TranscriptArguments
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Transcripts: files, folders or globs, each in the format that its content shows.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = $"The format of all files: auto, {string.Join(", ", LooseSources.Formats)}.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "auto",
    };

    public void AddTo(Command command)
    {
        command.Add(_files);
        command.Add(_format);
    }

    public IReadOnlyList<string> Files(ParseResult parsed) => parsed.GetRequiredValue(_files);

    public string Format(ParseResult parsed) => parsed.GetRequiredValue(_format);

    /// <exception cref="Core.RefusedException">A file is missing, or the format is unknown.</exception>
    public IReadOnlyList<DatasetSource> Sources(ParseResult parsed) => LooseSources.Of(Files(parsed), Format(parsed));
}
