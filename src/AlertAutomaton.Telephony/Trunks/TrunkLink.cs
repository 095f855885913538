using System.Net;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Transports;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// The way to one trunk at run time: where it is now, and the route its registrar asked for. Written by the link's keeper, read by calls.
/// </summary>
internal sealed class TrunkLink(TrunkAddress address)
{
    private volatile IReadOnlyList<SipDestination> _destinations = [];
    private volatile IReadOnlyList<NameAddress> _serviceRoute = [];
    private volatile int _current;

    public TrunkAddress Address { get; } = address;

    public string Name => Address.Options.Name;

    /// <summary>Every server its name stands for, best first (RFC 3263).</summary>
    public IReadOnlyList<SipDestination> Destinations
    {
        get => _destinations;
        set
        {
            SipDestination? kept = Destination;
            _destinations = value;
            // A server that works is kept while its name still stands for it.
            int index = kept is null ? -1 : IndexOf(value, kept);
            _current = Math.Max(0, index);
        }
    }

    /// <summary>Where requests go now; null while its name has never been resolved.</summary>
    public SipDestination? Destination
    {
        get
        {
            IReadOnlyList<SipDestination> all = _destinations;
            int current = _current;
            return all.Count == 0 ? null : all[current < all.Count ? current : 0];
        }
    }

    /// <summary>Service-Route of the registration (RFC 3608), or empty.</summary>
    public IReadOnlyList<NameAddress> ServiceRoute
    {
        get => _serviceRoute;
        set => _serviceRoute = value;
    }

    /// <summary>True for an address from which this trunk speaks.</summary>
    public bool IsSource(IPAddress address) =>
        _destinations.Any(known => known.EndPoint.Address.Equals(address)) || Address.Sources.Any(network => network.Contains(address));

    /// <summary>Moves on to the next server of the name (RFC 3263 §4.3).</summary>
    public void FailOver()
    {
        int count = _destinations.Count;
        _current = count == 0 ? 0 : (_current + 1) % count;
    }

    private static int IndexOf(IReadOnlyList<SipDestination> all, SipDestination wanted)
    {
        for (int index = 0; index < all.Count; index++)
        {
            if (all[index] == wanted)
            {
                return index;
            }
        }

        return -1;
    }
}
