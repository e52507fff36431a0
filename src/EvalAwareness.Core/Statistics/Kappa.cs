namespace EvalAwareness.Core.Statistics;

/// <summary>Agreement of two readers beyond what chance would give: J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46.</summary>
public static class Kappa
{
    /// <summary>Wilson's interval of the observed agreement, with the agreement by chance held at what the margins give: Cohen's own
    /// large-sample interval with a score interval in place of the normal one, so that perfect agreement of a few items is no certainty.</summary>
    public const string Method = "kappa_wilson_95";

    /// <summary>(observed - chance) / (1 - chance); NaN without items, and where one reader gave the same answer always: then
    /// agreement is that of chance, whatever the other said.</summary>
    /// <param name="table">Items by the first reader's answer (row) and the second's (column); as many rows as columns.</param>
    public static double Of(int[,] table) => FromAgreement(table, (double)Agreed(table) / Items(table));

    /// <summary>The interval that <see cref="Method"/> names.</summary>
    /// <param name="table">As for <see cref="Of"/>.</param>
    public static Interval IntervalOf(int[,] table)
    {
        if (Items(table) is not (> 0 and var items))
            return new Interval(double.NaN, double.NaN, Method);
        var agreement = Proportion.Wilson(Agreed(table), items);
        return new Interval(FromAgreement(table, agreement.Low), FromAgreement(table, agreement.High), Method);
    }

    private static double FromAgreement(int[,] table, double agreement)
    {
        if (IsOneAnswer(table, answer => Row(table, answer)) || IsOneAnswer(table, answer => Column(table, answer)))
            return double.NaN;
        var chance = Chance(table);
        return (agreement - chance) / (1 - chance);
    }

    /// <summary>Agreement of two readers that answer by lot, each with the shares of the margins.</summary>
    private static double Chance(int[,] table)
    {
        double items = Items(table);
        return Answers(table).Sum(answer => Row(table, answer) / items * (Column(table, answer) / items));
    }

    private static bool IsOneAnswer(int[,] table, Func<int, int> count) => Answers(table).Count(answer => count(answer) > 0) <= 1;

    private static int Row(int[,] table, int answer) => Answers(table).Sum(other => table[answer, other]);

    private static int Column(int[,] table, int answer) => Answers(table).Sum(other => table[other, answer]);

    private static int Agreed(int[,] table) => Answers(table).Sum(answer => table[answer, answer]);

    private static int Items(int[,] table) => table.Cast<int>().Sum();

    private static IEnumerable<int> Answers(int[,] table) => Enumerable.Range(0, table.GetLength(0));
}
