using AlertAutomaton.Alerting.Channels;

namespace AlertAutomaton.Channels.Email;

/// <summary>One of a relay's connections held for one attempt.</summary>
internal sealed class MailRelayLine(MailRelayLines owner, MailRelayOptions relay) : ILineReservation
{
    private int _given;

    public MailRelayOptions Relay => relay;

    public string Line => relay.Name;

    public string? CallerId => null;

    public bool IsHeld => Volatile.Read(ref _given) == 0;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _given, 1) == 0)
        {
            owner.Release();
        }
    }
}
