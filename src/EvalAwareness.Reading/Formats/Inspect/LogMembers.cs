using System.Text.RegularExpressions;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Files.Archives;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>What the members of an archive are in an evaluation log, told by their names.</summary>
internal sealed partial class LogMembers
{
    private const string Header = "header.json";

    private readonly Dictionary<string, ZipMember> _byName = [];
    private readonly Dictionary<string, ZipMember> _wholeSamples = [];
    private readonly Dictionary<string, Dictionary<string, ZipMember>> _chunkedSamples = [];
    private readonly List<(string Name, string Problem)> _refused = [];

    public LogMembers(IEnumerable<ZipMember> members)
    {
        foreach (var member in members.Where(member => !member.Name.EndsWith('/')))
        {
            // A sample that was run again is appended to the log: the last one counts.
            if (_byName.ContainsKey(member.Name))
                _refused.Add((member.Name, "superseded: the archive holds a later member of that name"));
            _byName[member.Name] = member;
        }
        foreach (var member in _byName.Values)
            Place(member);
    }

    /// <summary>Whether it is a log at all.</summary>
    public bool IsLog => Heads.Any() || _wholeSamples.Count + _chunkedSamples.Count > 0;

    /// <summary>Whether the member that closes a log is not there.</summary>
    public bool IsUnfinished => !_byName.ContainsKey(Header);

    /// <summary>Members that tell of the evaluation as a whole: that of a finished run, and the first thing any run writes.</summary>
    public IEnumerable<ZipMember> Heads =>
        new[] { Header, "_journal/start.json" }.Select(name => _byName.GetValueOrDefault(name)).OfType<ZipMember>();

    /// <summary>Members that list samples: one in a finished run, until then one after another.</summary>
    public IEnumerable<ZipMember> Summaries => _byName.GetValueOrDefault("summaries.json") is { } all
        ? [all]
        : _byName.Values.Where(member => JournalSummary.IsMatch(member.Name)).InNaturalOrder(member => member.Name);

    /// <summary>The samples, in the order of their names.</summary>
    public IEnumerable<SampleMembers> Samples => _wholeSamples.Values.Select(SampleMembers.Whole)
        .Concat(_chunkedSamples.Select(sample => SampleMembers.Chunked(sample.Key, sample.Value)))
        .InNaturalOrder(sample => sample.Place);

    /// <summary>Members that are not read, with the reason.</summary>
    public IEnumerable<(string Name, string Problem)> Refused => _refused.InNaturalOrder(refused => refused.Name);

    /// <summary>Whether the log holds the sample of that name.</summary>
    public bool Has(string name) => _wholeSamples.ContainsKey(name) || _chunkedSamples.ContainsKey(name);

    /// <summary>What the members of a sample are called, without what tells them apart.</summary>
    public static string NameOf(string id, string epoch) => $"samples/{id}_epoch_{epoch}";

    private void Place(ZipMember member)
    {
        if (member.Name.StartsWith('/') || member.Name.Split('/', '\\').Contains(".."))
            _refused.Add((member.Name, "its name leads out of the archive"));
        else if (Part.Match(member.Name) is { Success: true } part)
            PartsOf(part.Groups["sample"].Value)[part.Groups["part"].Value] = member;
        else if (WholeSample.Match(member.Name) is { Success: true } sample)
            _wholeSamples[sample.Groups["sample"].Value] = member;
        else if (member.Name.StartsWith("samples/", StringComparison.Ordinal))
            _refused.Add((member.Name, "no sample of an Inspect log is called so"));
    }

    private Dictionary<string, ZipMember> PartsOf(string sample) =>
        _chunkedSamples.TryGetValue(sample, out var parts) ? parts : _chunkedSamples[sample] = [];

    [GeneratedRegex(@"^(?<sample>samples/.+_epoch_[0-9]+)\.json\z", RegexOptions.Singleline)]
    private static partial Regex WholeSample { get; }

    [GeneratedRegex(
        @"^(?<sample>samples/.+_epoch_[0-9]+)/(?<part>(sample|metadata|skeleton|(messages|events|calls|attachments)/[a-z0-9]+)\.json)\z",
        RegexOptions.Singleline)]
    private static partial Regex Part { get; }

    [GeneratedRegex(@"^_journal/summaries/[0-9]+\.json\z")]
    private static partial Regex JournalSummary { get; }
}
