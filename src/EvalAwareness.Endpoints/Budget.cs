using EvalAwareness.Core.Models;

namespace EvalAwareness.Endpoints;

/// <summary>What one start of the program may spend on a model.</summary>
/// <param name="Most">In the currency of the price; requests where there is none.</param>
/// <param name="Price">What tokens cost; null counts requests.</param>
public sealed record Budget(decimal Most, TokenPrice? Price);
