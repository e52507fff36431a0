namespace EvalAwareness.Training.Claims;

/// <summary>How much of the text a claim pins down, from the broadest on.</summary>
public enum Specificity
{
    /// <summary>The family of situations the setup belongs to.</summary>
    Family,

    /// <summary>What the request is about.</summary>
    Topic,

    /// <summary>The name of a person, a place or a thing.</summary>
    Entity,

    /// <summary>What the sentence at the position is there for.</summary>
    Place,

    /// <summary>The word at the position.</summary>
    LastWord,

    /// <summary>That word and the one before.</summary>
    LastTwoWords,

    /// <summary>That word and the two before.</summary>
    LastThreeWords,
}

/// <summary>Names of specificities as they stand in tables.</summary>
public static class Specificities
{
    /// <summary>The snake_case name.</summary>
    public static string Name(this Specificity specificity) => specificity switch
    {
        Specificity.Family => "family",
        Specificity.Topic => "topic",
        Specificity.Entity => "entity",
        Specificity.Place => "place",
        Specificity.LastWord => "last_word",
        Specificity.LastTwoWords => "last_two_words",
        Specificity.LastThreeWords => "last_three_words",
        _ => throw new ArgumentOutOfRangeException(nameof(specificity), specificity, null),
    };
}
