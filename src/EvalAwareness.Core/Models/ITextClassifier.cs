namespace EvalAwareness.Core.Models;

/// <summary>A model that sorts texts into classes.</summary>
public interface ITextClassifier
{
    /// <summary>Name of the classifier, such as <c>explanations</c>.</summary>
    string Name { get; }

    /// <summary>Of everything that its answers depend on, lower-case hex.</summary>
    string Sha256 { get; }

    /// <returns>Null where there is nothing to read in the text.</returns>
    TextClasses? Classify(string text);
}
