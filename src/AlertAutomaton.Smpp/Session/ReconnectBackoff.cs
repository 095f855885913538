namespace AlertAutomaton.Smpp.Session;

/// <summary>
/// How long to wait before the next connection, as a pure function: doubling from the first wait to the longest; a refused password at most once
/// a minute, because gateways lock accounts; a session believed alive by the far end (ESME_RALYBND, up to two minutes after a cut) from five seconds.
/// </summary>
internal static class ReconnectBackoff
{
    /// <summary>A session that lasted so long starts the waits afresh.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromSeconds(30);

    /// <summary>The least time between two attempts with credentials that were refused.</summary>
    public static readonly TimeSpan RefusedCredentials = TimeSpan.FromSeconds(60);

    private const int MostDoublings = 16;
    private const double Spread = 0.2;
    private static readonly TimeSpan FirstAlreadyBound = TimeSpan.FromSeconds(5);

    /// <summary>The failures in a row after this one, and the wait.</summary>
    /// <param name="failures">Failures in a row before.</param>
    /// <param name="cause">What happened.</param>
    /// <param name="boundFor">How long the session was bound.</param>
    /// <param name="chance">0 to 1: spreads the waits of many clients.</param>
    /// <param name="first">The first wait.</param>
    /// <param name="longest">The longest.</param>
    public static (int Failures, TimeSpan Wait) Next(
        int failures, ReconnectCause cause, TimeSpan boundFor, double chance, TimeSpan first, TimeSpan longest)
    {
        var count = boundFor >= Lasting ? 0 : Math.Min(failures, MostDoublings);
        var start = cause == ReconnectCause.AlreadyBound && first < FirstAlreadyBound ? FirstAlreadyBound : first;
        var wait = start * Math.Pow(2, count);
        wait = wait > longest ? longest : wait;

        // The spread only shortens waits that may be shortened.
        wait *= 1 - Spread * Math.Clamp(chance, 0, 1);
        wait = wait < first ? first : wait;
        return (count + 1, cause == ReconnectCause.CredentialsRefused && wait < RefusedCredentials ? RefusedCredentials : wait);
    }
}
