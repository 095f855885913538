namespace AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

/// <summary>An attempt as it stands in the store.</summary>
/// <param name="Id">Its id, by which mails are named.</param>
/// <param name="Household">The household's place in the contacts file, from 0.</param>
/// <param name="Lane">The lane of the policy, from 0.</param>
/// <param name="Outcome">The number of its outcome.</param>
/// <param name="Units">Segments.</param>
/// <param name="Begun">When it was begun.</param>
/// <param name="References">The names under which the world outside speaks of it.</param>
internal sealed record StoredAttempt(Guid Id, int Household, int Lane, int Outcome, int Units, DateTimeOffset Begun, IReadOnlyList<string> References)
{
    public const int Open = 0;
    public const int InvalidNumber = 8;
    public const int NotSent = 13;
    public const int Submitted = 14;
    public const int Delivered = 15;
    public const int Expired = 16;
    public const int Rejected = 17;

    /// <summary>Cut in the middle by an answer elsewhere, for one.</summary>
    public const int Unknown = 18;
}
