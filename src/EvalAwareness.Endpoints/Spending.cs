using System.Globalization;

namespace EvalAwareness.Endpoints;

/// <summary>Keeps what is spent, and what requests in flight may still cost, within the budget.</summary>
internal sealed class Spending(Budget? budget)
{
    private readonly Lock _lock = new();
    private decimal _spent;
    private decimal _reserved;

    /// <summary>Sets aside the most that a request can cost, until it is disposed.</summary>
    /// <exception cref="BudgetException">It is more than what is left.</exception>
    public Share Reserve(long inputTokens, long mostOutputTokens)
    {
        var cost = CostOf(inputTokens, mostOutputTokens);
        lock (_lock)
        {
            if (_spent + _reserved + cost > budget?.Most)
                throw new BudgetException(Message());
            _reserved += cost;
        }
        return new Share(this, cost);
    }

    private decimal CostOf(long inputTokens, long outputTokens) => budget?.Price?.Of(inputTokens, outputTokens) ?? 1;

    private string Message() => string.Create(
        CultureInfo.InvariantCulture,
        $"the budget of {budget!.Most:0.####}{(budget.Price is null ? " requests" : "")} allows no further question ({_spent + _reserved:0.####} spent or in flight); what was answered is kept, start again to go on");

    /// <summary>What one request may cost.</summary>
    public sealed class Share(Spending spending, decimal reserved) : IDisposable
    {
        /// <summary>It was answered, with so many tokens.</summary>
        public void Spend(long inputTokens, long outputTokens)
        {
            lock (spending._lock)
                spending._spent += spending.CostOf(inputTokens, outputTokens);
        }

        public void Dispose()
        {
            lock (spending._lock)
                spending._reserved -= reserved;
        }
    }
}
