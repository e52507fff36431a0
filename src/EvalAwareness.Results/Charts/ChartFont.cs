using ScottPlot;
using SkiaSharp;

namespace EvalAwareness.Results.Charts;

/// <summary>The typeface of all figures. It travels inside the assembly, so that a machine without fonts draws the same figure.</summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Name = "Inter";

    /// <summary>What a viewer of an SVG may fall back to.</summary>
    public const string Stack = $"{Name}, Helvetica, Arial, sans-serif";

    private const string Resource = "Inter-Regular.otf";

    private static readonly SKTypeface Typeface = Load();
    private static readonly Lazy<bool> Registered = new(() =>
    {
        ScottPlot.Fonts.FontResolvers.Insert(0, new ChartFont());
        return true;
    });

    /// <summary>Makes the typeface known to the plotting library, once per process.</summary>
    public static void Register() => _ = Registered.Value;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Typeface : null;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? Typeface : null;

    private static SKTypeface Load()
    {
        using var data = SKData.CreateCopy(Resources.Bytes(Resource));
        return SKTypeface.FromData(data);
    }
}
