using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>The colours of all figures: M. Okabe and K. Ito's, told apart by colour-blind readers, and greys.</summary>
internal static class Palette
{
    public static readonly Color Ink = Color.FromHex("#1F2933");
    public static readonly Color Muted = Color.FromHex("#616E7C");
    public static readonly Color Control = Color.FromHex("#9AA5B1");
    public static readonly Color PaleControl = Color.FromHex("#C5CCD3");
    public static readonly Color Grid = Color.FromHex("#E4E7EB");
    public static readonly Color Said = Color.FromHex("#E69F00");
    public static readonly Color Read = Color.FromHex("#0072B2");
    public static readonly Color SaidPale = Color.FromHex("#FAE8C2");
    public static readonly Color ReadPale = Color.FromHex("#CFE3F0");
    public static readonly Color ReadLoosely = Color.FromHex("#56B4E9");

    public static readonly Color WarmStart = Color.FromHex("#D55E00");
    public static readonly Color Probe = Color.FromHex("#009E73");

    /// <summary>For lines that stand beside each other, such as one per training.</summary>
    public static readonly IReadOnlyList<Color> Lines =
        [Read, WarmStart, Probe, Said, Color.FromHex("#CC79A7"), ReadLoosely, Ink];
}
