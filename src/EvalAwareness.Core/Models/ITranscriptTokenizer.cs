using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Core.Models;

/// <summary>Turns a transcript into the tokens that the target model reads.</summary>
public interface ITranscriptTokenizer
{
    /// <summary>Renders the chat template once and maps every token back to its message and section.</summary>
    /// <exception cref="ItemException">The template refuses the transcript, or the mapping is not exact.</exception>
    TokenizedTranscript Tokenize(Transcript transcript);
}
