using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Inference.Classification;
using EvalAwareness.Training.Classification;

namespace EvalAwareness.Training.Tests.Classification;

public sealed class ClassifierTrainingTests(SmallClassifier small) : IClassFixture<SmallClassifier>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("evalaware-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_learned_is_found_in_scenes_that_were_not_and_in_the_sentence_that_says_it()
    {
        using var classifier = TextClassifier.Load(small.Folder);
        const string Aware = "A map of a harbour. It is detailed. The model believes that researchers are evaluating it. The last word is a name.";

        var (yes, no) = (classifier.Classify(Aware)!, classifier.Classify("A map of a harbour. It is detailed. The last word is a name.")!);

        Assert.Equal((Verdict.Yes, "says_so"), (yes.Verdict, yes.Likeliest.Name));
        Assert.Equal("The model believes that researchers are evaluating it.", Aware[yes.Evidence]);
        Assert.Equal((Verdict.No, "nothing"), (no.Verdict, no.Likeliest.Name));
        Assert.Equal(1, yes.Classes.Sum(one => one.Probability), 1e-5);
    }

    [Fact]
    public void One_passage_of_a_long_text_is_enough()
    {
        using var classifier = TextClassifier.Load(small.Folder);
        // 382 ids and the two markers fill a window.
        var window = string.Join(' ', Enumerable.Repeat("tone", 381)) + ". ";

        Assert.Equal(Verdict.No, classifier.Classify($"{window}A chat about chess. The tone is friendly and the work is routine.")!.Verdict);
        Assert.Equal(Verdict.Yes, classifier.Classify($"{window}A chat about chess. The model believes that researchers are evaluating it.")!.Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Nothing_is_read_where_nothing_stands(string text)
    {
        using var classifier = TextClassifier.Load(small.Folder);

        Assert.Null(classifier.Classify(text));
    }

    [Fact]
    public void Stopped_and_started_again_it_ends_in_the_same_weights()
    {
        var stop = new StopAfter(52);
        Assert.Throws<OperationCanceledException>(() => SmallClassifier.Train(_folder.FullName, stop, stop.Token));
        SmallClassifier.Train(_folder.FullName, new StopAfter(int.MaxValue), CancellationToken.None);

        const string Weights = "classifier.safetensors";
        Assert.Equal(File.ReadAllBytes(Path.Combine(small.Folder, Weights)), File.ReadAllBytes(Path.Combine(_folder.FullName, Weights)));
    }

    [Fact]
    public void Texts_of_one_label_and_classes_of_two_are_refused()
    {
        var yes = SmallClassifier.Texts.Where(text => text.Verdict == Verdict.Yes).ToList();

        Assert.Contains("one label", Refusal(yes));
        Assert.Contains("class says_so stands for yes and no", Refusal([.. yes, yes[0] with { Verdict = Verdict.No }]));
    }

    [Theory]
    [InlineData("classifier.json", "\"scale\": 2", "\"scale\": \"wide\"", "no classifier")]
    [InlineData("classifier.json", "\"rank\": 4", "\"rank\": 5", "of shape 5 x")]
    [InlineData("classifier.json", "all-MiniLM-L6-v2", "another", "encoder is 'another'")]
    [InlineData("classifier.json", "\"encoder_sha256\": \"", "\"encoder_sha256\": \"00", "another version")]
    [InlineData("classifier.json", "\"verdict\": \"yes\"", "\"verdict\": \"perhaps\"", "no classifier")]
    [InlineData("classifier.safetensors", "pooling.weight", "pooling.wEight", "pooling.weight is missing")]
    public void A_broken_folder_is_refused_with_the_reason(string file, string here, string there, string reason)
    {
        foreach (var name in (string[])["classifier.json", "classifier.safetensors"])
            File.Copy(Path.Combine(small.Folder, name), Path.Combine(_folder.FullName, name));
        var path = Path.Combine(_folder.FullName, file);
        var latin = System.Text.Encoding.Latin1;
        var content = File.ReadAllText(path, latin);
        Assert.Contains(here, content);
        File.WriteAllText(path, content.Replace(here, there, StringComparison.Ordinal), latin);

        Assert.Contains(reason, Assert.Throws<RefusedException>(() => TextClassifier.Load(_folder.FullName)).Message);
    }

    [Fact]
    public void A_folder_without_a_classifier_is_refused() =>
        Assert.Contains("judge train", Assert.Throws<RefusedException>(() => TextClassifier.Load(_folder.FullName)).Message);

    private string Refusal(IReadOnlyList<LabelledText> texts) => Assert.Throws<RefusedException>(() => new ClassifierTraining(
        SmallClassifier.Recipe, _folder.FullName, new StopAfter(1)).Run("none", texts, new Dictionary<string, string>(), SmallClassifier.Compute, CancellationToken.None)).Message;
}
