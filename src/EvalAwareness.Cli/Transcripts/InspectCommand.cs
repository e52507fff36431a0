using System.CommandLine;
using System.Globalization;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Cli.Transcripts;

/// <summary><c>inspect FILE...</c>: what would be read of some files, and why something would not be.</summary>
internal sealed class InspectCommand : Command
{
    private const string All = "all";

    private readonly TranscriptArguments _transcripts = new();

    private readonly Option<string> _conversations = new("--conversations")
    {
        Description = "How many conversations are shown segment by segment; all are counted.",
        HelpName = "N|all",
        DefaultValueFactory = _ => "3",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public InspectCommand() : base("inspect", "Shows what would be read from files of transcripts, segment by segment, and why something would not be.")
    {
        _transcripts.AddTo(this);
        Add(_conversations);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var inspection = new Inspection(Most(parsed.GetRequiredValue(_conversations)));
        var datasets = await DatasetCatalog.OpenAsync(_transcripts.Sources(parsed), stop);
        await foreach (var item in TranscriptFiles.ReadAsync(datasets, stop))
            inspection.Add(item);
        if (parsed.GetValue(_json))
            JsonOutput.Write(inspection, parsed.InvocationConfiguration.Output);
        else
            InspectionView.Draw(inspection, parsed.InvocationConfiguration.Output);
        return inspection.Failed == 0 ? ExitCode.Done : ExitCode.Quarantined;
    }

    private static int Most(string text) =>
        text == All ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most
        : throw new RefusedException($"--conversations: found {text}; legal is a whole number, or {All}");
}
