using System.CommandLine;
using EvalAwareness.Cli.Auditing;
using EvalAwareness.Cli.Output;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Reading.Writing;

namespace EvalAwareness.Cli.Transcripts;

/// <summary><c>import FILE... --out DIR</c>: transcripts of any format as a dataset with a card.</summary>
internal sealed class ImportCommand : Command
{
    private readonly TranscriptArguments _transcripts = new();
    private readonly Option<string> _out = new("--out") { Description = "The dataset's folder.", HelpName = "DIR", Required = true };
    private readonly Option<string?> _name = new("--name") { Description = "The dataset's name. Default: that of the folder.", HelpName = "NAME" };
    private readonly Option<string?> _description = new("--description") { Description = "What the transcripts are.", HelpName = "TEXT" };
    private readonly Option<string> _licence = new("--licence")
    {
        Description = "Under which licence they are.",
        HelpName = "ID",
        DefaultValueFactory = _ => "unknown",
    };

    private readonly Option<TranscriptKind> _kind = new("--kind")
    {
        Description = "evaluation, or deployment: the control that evaluations are held against.",
        DefaultValueFactory = _ => TranscriptKind.Evaluation,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public ImportCommand() : base("import", "Writes transcripts of any known format as a dataset: one line each, and a card with counts and a hash.")
    {
        _transcripts.AddTo(this);
        foreach (var option in (Option[])[_out, _name, _kind, _description, _licence, _json])
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var datasets = await DatasetCatalog.OpenAsync(_transcripts.Sources(parsed), stop);
        var folder = Path.GetFullPath(parsed.GetRequiredValue(_out));
        using var dataset = DatasetFolder.Create(folder);
        using (var stage = ProgressChoice.For(parsed.InvocationConfiguration.Error, parsed.GetValue(_json)).Begin("import", datasets.Sum(found => found.Files.Count), "files"))
            await AddAsync(datasets, dataset, stage.Advance, stop);
        var card = dataset.Complete(Card(parsed, folder));
        if (parsed.GetValue(_json))
            JsonOutput.Write(new { Folder = folder, card.Counts, LeftOut = dataset.Failures, card.Sha256 }, parsed.InvocationConfiguration.Output);
        else
            parsed.InvocationConfiguration.Output.WriteLine(
                $"{card.Transcripts} transcripts, {card.Counts!.Messages} messages; {dataset.Failures} things left out, with their reasons in failures.jsonl.\n{folder}");
        return dataset.Failures == 0 ? ExitCode.Done : ExitCode.Quarantined;
    }

    private static async Task AddAsync(IReadOnlyList<Dataset> datasets, DatasetFolder folder, Action<long> advance, CancellationToken stop)
    {
        var reader = new TranscriptReader();
        foreach (var dataset in datasets)
        {
            await foreach (var item in reader.ReadAsync(dataset, limit: null, stop))
                folder.Add(item);
            advance(dataset.Files.Count);
        }
    }

    private DatasetCard Card(ParseResult parsed, string folder) => new()
    {
        Name = parsed.GetValue(_name) ?? Path.GetFileName(folder),
        Kind = parsed.GetRequiredValue(_kind).Name(),
        Description = parsed.GetValue(_description) ?? $"Imported from {string.Join(", ", _transcripts.Files(parsed).Select(file => Path.GetFileName(Path.TrimEndingDirectorySeparator(file))))}.",
        MadeBy = $"evalaware import, version {ProgramEnvironment.Version.Split('+')[0]}",
        Licence = parsed.GetRequiredValue(_licence),
        Format = "",
        File = "",
        Transcripts = 0,
        Sha256 = "",
    };
}
