namespace AlertAutomaton.Daemon.Tests.EndToEnd.ThreeChannels;

/// <summary>A recipient as it stands in the store.</summary>
/// <param name="Place">Its place in the contacts file, from 0.</param>
/// <param name="IsFinal">True when it has a final state.</param>
/// <param name="Score">The number of its score.</param>
/// <param name="Answer">The number of its acknowledgement.</param>
/// <param name="AnsweredAt">When it was acknowledged; null when it was not.</param>
internal sealed record StoredHousehold(int Place, bool IsFinal, int Score, int Answer, DateTimeOffset? AnsweredAt)
{
    public const int Confirmed = 4;
    public const int Safe = 1;
    public const int NeedsHelp = 2;
}
