namespace EvalAwareness.Core.Models;

/// <summary>How the models of a run share the memory, decided.</summary>
/// <param name="Residency">Resident or sequential.</param>
/// <param name="Reason">Why, for a person.</param>
public sealed record ResidencyChoice(Residency Residency, string Reason)
{
    /// <summary>What small models do anyway.</summary>
    public static readonly ResidencyChoice Resident = new(Residency.Resident, "by default");

    public bool TakesTurns => Residency == Residency.Sequential;

    /// <summary>Called when a model has nothing to do for a while.</summary>
    public void EndTurn(IResidentModel model)
    {
        if (TakesTurns)
            model.Release();
    }
}
