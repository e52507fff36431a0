using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Models;

/// <summary>What a classifier made of a text.</summary>
/// <param name="Classes">Every class with what it stands for and its probability; the sum is 1.</param>
/// <param name="Evidence">The part of the text that was attended to most.</param>
public sealed record TextClasses(IReadOnlyList<TextClass> Classes, Range Evidence)
{
    public double ProbabilityOf(Verdict verdict) => Classes.Where(one => one.Verdict == verdict).Sum(one => one.Probability);

    /// <summary>The verdict of the highest probability, all its classes taken together.</summary>
    public Verdict Verdict => Enum.GetValues<Verdict>().MaxBy(ProbabilityOf);

    /// <summary>The likeliest class of the verdict.</summary>
    public TextClass Likeliest
    {
        get
        {
            var verdict = Verdict;
            return Classes.Where(one => one.Verdict == verdict).MaxBy(one => one.Probability)!;
        }
    }
}

/// <summary>One class of a classifier.</summary>
/// <param name="Name">Such as <c>says_so</c>.</param>
/// <param name="Verdict">What a text of this class says of the question.</param>
/// <param name="Probability">Its probability for the text.</param>
public sealed record TextClass(string Name, Verdict Verdict, double Probability);
