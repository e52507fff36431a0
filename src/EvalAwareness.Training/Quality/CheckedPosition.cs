using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Quality;

/// <summary>A position with the claims of its explanation, each held against the text up to there.</summary>
internal sealed record CheckedPosition(
    ReadPosition Position, ClaimChecker Checker, ExplanationClaims Read, IReadOnlyList<CheckedClaim> Claims)
{
    public string Transcript => Position.Transcript.Transcript.Id;

    public string Explanation => Position.Explanation;

    public static CheckedPosition Of(ReadPosition position)
    {
        var token = position.Token;
        var section = token.Section
            ?? throw new ArgumentException($"Position {token.Position} belongs to the template.", nameof(position));
        var checker = new ClaimChecker(position.Transcript, token.MessageIndex, section, token.End);
        var read = ExplanationClaims.Read(position.Explanation);
        return new CheckedPosition(position, checker, read, [.. read.Claims.Select(claim => new CheckedClaim(claim, checker.Check(claim)))]);
    }
}

/// <summary>A claim and how it stands to the text.</summary>
internal readonly record struct CheckedClaim(Claim Claim, ClaimTruth Truth);
