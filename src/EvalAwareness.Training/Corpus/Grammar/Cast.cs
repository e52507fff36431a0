using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>The people, places and things of one transcript: a named slot has the same word wherever it stands.</summary>
internal sealed class Cast(KeyedRandom random)
{
    private readonly Dictionary<(string List, string Name), string> _kept = [];
    private readonly HashSet<string> _taken = [];

    public string Fill(Slot slot)
    {
        if (slot.Name is null)
            return DrawFree(slot);
        if (_kept.TryGetValue((slot.List, slot.Name), out var word))
            return word;
        word = DrawFree(slot);
        _taken.Add(word);
        return _kept[(slot.List, slot.Name)] = word;
    }

    // Words with a name of their own are not drawn for anything else, so that two roles are never one person.
    private string DrawFree(Slot slot)
    {
        string word;
        do
            word = random.Pick(slot.Words);
        while (_taken.Contains(word));
        return word;
    }
}
