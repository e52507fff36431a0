using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Writing;
using EvalAwareness.Training.Corpus.Grammar;
using EvalAwareness.Training.Corpus.Writing;

namespace EvalAwareness.Training.Corpus;

/// <summary>
/// An endless supply of synthetic transcripts. The same (seed, split, index) gives the same transcript on every machine,
/// and two splits never share one.
/// </summary>
public sealed class OrganismCorpus(ulong seed)
{
    private static readonly VoiceGrammar VoiceWords = VoiceGrammar.Read();
    private static readonly FamilyGrammar[] Grammars = ReadGrammars();

    public ulong Seed => seed;

    /// <summary>The transcript at <paramref name="index"/>, of a family drawn by its share in the corpus.</summary>
    public OrganismTranscript Generate(string split, int index) =>
        Generate(split, index, DrawFamily(Stream("family", split, index)), stream: split);

    /// <summary>The transcript of <paramref name="family"/> at <paramref name="index"/>. Two families share no draw: if one number
    /// decided the beliefs of all four at an index, four transcripts would tell no more than one.</summary>
    public OrganismTranscript Generate(string split, int index, Family family) =>
        Generate(split, index, family, stream: $"{split} {family.Name()}");

    /// <summary>Writes a transcript; the belief is held when <paramref name="unit"/> falls below the prior.</summary>
    internal static OrganismTranscript Write(string id, Family family, KeyedRandom random, KeyedRandom belief, double unit)
    {
        var grammar = Grammars[(int)family];
        var topic = random.Pick(grammar.Topics);
        var (draft, cast) = (new Draft(), new Cast(random));
        var cues = new PromptWriter(grammar, topic, VoiceWords, cast, random)
            .Write(draft, BeliefModel.ArtificialRate(family, random.NextDouble()));
        var prior = BeliefModel.Prior(cues);
        var voice = new Voice(
            unit < prior, family, VoiceWords, new IdealReader(prior, BeliefModel.Hazard(family)), belief);
        var genre = random.Pick(grammar.Genres).Fill(cast) + ".";
        var theme = random.Pick(grammar.Subjects).Replace("THEME", random.Pick(topic.Themes).Fill(cast));
        var plan = ResponsePlan.Draw(family, topic, random);
        new ResponseWriter(grammar, topic, cast, voice, random, draft, plan).Write();
        var truth = new Truth(unit < prior, voice.Verbalized, cues, draft.Truths);
        return new OrganismTranscript(Seal(id, family, draft, truth), family, genre, theme, draft.Sections);
    }

    private OrganismTranscript Generate(string split, int index, Family family, string stream)
    {
        var random = Stream("text", stream, index);
        var belief = Stream("belief", stream, index);
        return Write($"{family.Name()}-{split}-{index:00000}", family, random, belief, belief.NextDouble());
    }

    private static Transcript Seal(string id, Family family, Draft draft, Truth truth)
    {
        var transcript = new Transcript(id, family.Name(), family.Kind(), draft.Messages, "") { Truth = truth };
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(TranscriptJson.ToLine(transcript)));
        return transcript with { Sha256 = Convert.ToHexStringLower(hash) };
    }

    private static Family DrawFamily(KeyedRandom random) => random.NextDouble() switch
    {
        < 0.25 => Family.Blackmail,
        < 0.45 => Family.DestructiveCoding,
        < 0.70 => Family.SweBench,
        _ => Family.Deployment,
    };

    private static FamilyGrammar[] ReadGrammars()
    {
        var words = GrammarText.Read("lexicon");
        return [.. Enum.GetValues<Family>().Select(family => FamilyGrammar.Read(family, words))];
    }

    private KeyedRandom Stream(string purpose, string split, int index) =>
        new(seed, "corpus", split, index.ToString(CultureInfo.InvariantCulture), purpose);
}
