using EvalAwareness.Core;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Classification;

namespace EvalAwareness.Training.Classification;

/// <summary>Texts as ids with the number of their class, and the batches of every step.</summary>
internal sealed class ClassifierExamples
{
    /// <summary>Batches whose texts are sorted by length before they are cut: little is padded, and chance still mixes them.</summary>
    private const int Sorted = 20;

    private readonly IReadOnlyList<ClassifierExample> _examples;
    private readonly ClassifierRecipe _recipe;
    private (int Epoch, ClassifierExample[][] Batches) _current = (-1, []);

    /// <exception cref="RefusedException">There are not two classes, or one stands for two verdicts.</exception>
    public ClassifierExamples(IReadOnlyList<LabelledText> texts, WordPieces pieces, ClassifierRecipe recipe)
    {
        _recipe = recipe;
        Classes = ClassesOf(texts);
        var numbers = Classes.Index().ToDictionary(one => one.Item.Name, one => one.Index);
        _examples =
        [
            .. from text in texts
               let windows = ReadingWindow.Of(text.Text, TextSentences.Of(text.Text), pieces)
               // Of a longer text nobody knows which window the label is about.
               where windows.Count == 1
               select new ClassifierExample(windows[0].Ids, numbers[text.Class]),
        ];
    }

    public IReadOnlyList<ClassifierClass> Classes { get; }

    public int Count => _examples.Count;

    public int StepsOfEpoch => (_examples.Count + _recipe.Batch - 1) / _recipe.Batch;

    /// <summary>The examples of one step, of its number alone.</summary>
    public IReadOnlyList<ClassifierExample> At(int step)
    {
        var epoch = step / StepsOfEpoch;
        if (_current.Epoch != epoch)
            _current = (epoch, BatchesOf(epoch));
        return _current.Batches[step % StepsOfEpoch];
    }

    private ClassifierExample[][] BatchesOf(int epoch)
    {
        var random = new KeyedRandom(_recipe.Seed, "order", $"{epoch}");
        var order = _examples.ToArray();
        random.Shuffle<ClassifierExample>(order);
        var batches = order.Chunk(_recipe.Batch * Sorted).SelectMany(part => part.OrderBy(example => example.Ids.Count).Chunk(_recipe.Batch)).ToArray();
        random.Shuffle<ClassifierExample[]>(batches);
        return batches;
    }

    private static IReadOnlyList<ClassifierClass> ClassesOf(IReadOnlyList<LabelledText> texts)
    {
        var classes = texts.Select(text => new ClassifierClass(text.Class, text.Verdict)).Distinct()
            .OrderBy(one => one.Verdict).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        if (classes.GroupBy(one => one.Name).FirstOrDefault(one => one.Count() > 1) is { } twice)
            throw new RefusedException($"class {twice.Key} stands for {string.Join(" and ", twice.Select(one => one.Verdict)).ToLowerInvariant()}: a class has one label");
        return classes.Select(one => one.Verdict).Distinct().Count() > 1
            ? classes
            : throw new RefusedException("the texts all have one label: there is nothing to tell apart");
    }
}

/// <summary>One text to learn from.</summary>
/// <param name="Ids">Its ids, markers included.</param>
/// <param name="Class">Number of its class.</param>
internal sealed record ClassifierExample(IReadOnlyList<int> Ids, int Class);
