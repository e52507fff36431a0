namespace EvalAwareness.Reading.Benchmarks;

/// <summary>Reading speeds of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Megabytes">Its size in 10⁶ bytes.</param>
/// <param name="Transcripts">Readable transcripts in it.</param>
/// <param name="JsonPerSecond">Megabytes a second of System.Text.Json alone: lines parsed, nothing made of them.</param>
/// <param name="ReadPerSecond">Megabytes a second of reading them as transcripts.</param>
public sealed record ReadingMeasurement(string File, double Megabytes, int Transcripts, double JsonPerSecond, double ReadPerSecond)
{
    /// <summary>Speed of reading over that of parsing alone.</summary>
    public double Ratio => ReadPerSecond / JsonPerSecond;
}
