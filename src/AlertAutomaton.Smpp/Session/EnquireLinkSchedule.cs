namespace AlertAutomaton.Smpp.Session;

/// <summary>
/// When to ask whether the far end lives (SMPP 3.4 §4.11, §7.2 enquire_link_timer). Any PDU is a sign of life, so a busy session asks nothing.
/// Half a PDU is none: a far end that dribbles octets is given up too.
/// </summary>
internal static class EnquireLinkSchedule
{
    public static EnquireLinkState Heard(TimeSpan now) => new(now, null);

    public static (EnquireLinkState State, EnquireLinkStep Step) Next(EnquireLinkState state, TimeSpan now, TimeSpan interval, TimeSpan patience) =>
        state.AskedAt is { } asked
            ? (state, now - asked >= patience ? EnquireLinkStep.GiveUp : EnquireLinkStep.Wait)
            : now - state.LastHeard >= interval ? (state with { AskedAt = now }, EnquireLinkStep.Ask) : (state, EnquireLinkStep.Wait);
}
