namespace EvalAwareness.Core.Models;

/// <summary>A model whose weights may come and go, so that models that do not fit into memory together can take turns.</summary>
public interface IResidentModel
{
    /// <summary>Gives the weights back; the next use loads them again, with the same results. Does nothing when none are held.</summary>
    void Release();
}
