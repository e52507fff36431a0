using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tests.Architectures;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Nla;

/// <summary>A tiny verbalizer or reconstructor whose sidecar agrees with its tokenizer.</summary>
internal sealed class TinyNla : IDisposable
{
    public const string Marker = "㈎";
    public const double Scale = 2.5;
    public const double Variance = 0.8;
    public const string Question = $"Say <concept>{Sidecar.MarkerSlot}</concept>";
    public const string Template = $"Summary of the following text: <text>{Sidecar.ExplanationSlot}</text> <summary>";

    private readonly TinyCheckpoint _checkpoint;

    public TinyNla(NlaRole role, DecoderConfiguration? target = null, int blocks = 2)
    {
        _checkpoint = new TinyCheckpoint((target ?? TinyArchitectures.Qwen2) with { Blocks = role == NlaRole.Reconstructor ? 1 : blocks });
        if (role == NlaRole.Reconstructor)
        {
            _checkpoint.WriteWeights(WeightNames.OfTrunk(_checkpoint.Configuration).Select(pair => pair.Key));
            _checkpoint.WriteHead(1.5f);
        }
        SidecarFile.Write(Folder, Describe(role));
    }

    public string Folder => _checkpoint.Folder;

    public TinyCheckpoint Checkpoint => _checkpoint;

    public static int[] PromptIds(string folder) =>
        HuggingFaceTokenizer.Load(folder).EncodeIds(ChatTemplate.Load(folder).Render(
            [new(Core.Transcripts.Role.User, Question.Replace(Sidecar.MarkerSlot, Marker))], addGenerationPrompt: true));

    public void Edit(string from, string to) => _checkpoint.Edit(Sidecar.FileName, from, to);

    public void Dispose() => _checkpoint.Dispose();

    private Sidecar Describe(NlaRole role)
    {
        var tokenizer = HuggingFaceTokenizer.Load(Folder);
        var prompt = PromptIds(Folder);
        var marker = tokenizer.EncodeIds(Marker)[0];
        var at = Array.IndexOf(prompt, marker);
        return new Sidecar
        {
            Role = role,
            HiddenSize = TinyCheckpoint.Width,
            Layer = 0,
            InjectionScale = role == NlaRole.Verbalizer ? Scale : null,
            MseScale = 4,
            Marker = Marker,
            MarkerId = marker,
            LeftNeighbourId = prompt[at - 1],
            RightNeighbourId = prompt[at + 1],
            SuffixIds = role == NlaRole.Reconstructor ? tokenizer.EncodeIds("</text> <summary>")[1..] : [],
            VerbalizerTemplate = Question,
            ReconstructorTemplate = Template,
            VarianceBaseline = Variance,
            TrainedOn = "nothing",
        };
    }
}
