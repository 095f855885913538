using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// The way to one trunk at run time: where it is now, and the route its registrar asked for. Written by the link's keeper, read by calls.
/// </summary>
internal sealed class TrunkLink(TrunkAddress address)
{
    private volatile SipDestination? _destination;
    private volatile IReadOnlyList<NameAddress> _serviceRoute = [];

    public TrunkAddress Address { get; } = address;

    public string Name => Address.Options.Name;

    /// <summary>Where requests go now; null while its name has never been resolved.</summary>
    public SipDestination? Destination
    {
        get => _destination;
        set => _destination = value;
    }

    /// <summary>Service-Route of the registration (RFC 3608), or empty.</summary>
    public IReadOnlyList<NameAddress> ServiceRoute
    {
        get => _serviceRoute;
        set => _serviceRoute = value;
    }
}
