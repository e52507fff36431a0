using System.CommandLine;
using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Endpoints;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Summaries;

namespace EvalAwareness.Cli.Training;

/// <summary>Where the summaries of a warm start come from.</summary>
internal sealed class TrainSummarySettings
{
    private const string KeyVariable = "OPENAI_API_KEY";

    private readonly Option<string?> _file = new("--summaries") { Description = "JSONL with doc_id, position and summary in every line.", HelpName = "FILE" };

    private readonly Option<string?> _address = new("--summarizer")
    {
        Description = $"OpenAI-compatible endpoint to ask for summaries, such as https://api.openai.com/v1; its key is read from {KeyVariable}.",
        HelpName = "URL",
    };

    private readonly Option<string?> _model = new("--model") { Description = "Model that --summarizer asks.", HelpName = "NAME" };

    private readonly Option<int> _concurrency = new("--concurrency") { Description = "Questions in flight.", HelpName = "N", DefaultValueFactory = _ => 8 };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_file, _address, _model, _concurrency])
            command.Add(option);
    }

    /// <summary>Refuses what does not go together before anything is read.</summary>
    /// <exception cref="RefusedException">Both sources are named, none is and none is there already, or the endpoint is named by halves.</exception>
    public void Check(ParseResult parsed, TrainingFolder folder)
    {
        var (file, address) = (parsed.GetValue(_file), parsed.GetValue(_address));
        if (file is not null && address is not null)
            throw new RefusedException("--summaries and --summarizer: name one of them.");
        if (file is not null && !File.Exists(file))
            throw new RefusedException($"{file}: no such file; --summaries takes JSONL with doc_id, position and summary in every line.");
        if (address is not null)
            _ = Endpoint(parsed, address);
        else if (file is null && !File.Exists(folder.Summaries))
            throw new RefusedException("Name the summaries with --summaries FILE, or with --summarizer URL and --model NAME an endpoint that writes them.");
    }

    /// <exception cref="RefusedException">None of the summaries can be learned from.</exception>
    public async Task<SummaryCounts> BringAsync(ParseResult parsed, TrainingFolder folder, IProgressReporter progress, CancellationToken stop)
    {
        var stage = new SummaryStage(folder, progress);
        var counts = (parsed.GetValue(_file), parsed.GetValue(_address)) switch
        {
            ({ } file, _) => await stage.ImportAsync(file, stop),
            (_, { } address) => await stage.AskAsync(Endpoint(parsed, address), stop),
            _ => await stage.CountAsync(stop),
        };
        return counts.Kept > 0 ? counts : throw new RefusedException(
            $"None of {counts.Wanted} activations has a summary to learn from: {counts.Missing} without, {counts.Unmatched} for other activations, "
            + $"{counts.Malformed} lines malformed{string.Concat(counts.Dropped.Select(pair => $", {pair.Value} dropped ({pair.Key})"))}.");
    }

    private EndpointOptions Endpoint(ParseResult parsed, string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new RefusedException($"--summarizer: '{address}' is no http or https address.");
        return new EndpointOptions
        {
            Address = uri,
            Model = parsed.GetValue(_model) ?? throw new RefusedException("--summarizer: name the model to ask with --model."),
            ApiKey = Secret.FromEnvironment(KeyVariable),
            KeyVariable = KeyVariable,
            Asking = new AskingOptions { Concurrency = Math.Max(1, parsed.GetRequiredValue(_concurrency)) },
        };
    }
}
