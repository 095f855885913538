using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Sip.Authentication;
using AlertAutomaton.Sip.Messages;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>The parsed side of a trunk's options: its URI and account, read once at the start.</summary>
internal sealed record TrunkAddress(TrunkOptions Options, SipUri Uri, SipCredentials? Credentials)
{
    /// <summary>Reads the options of one trunk.</summary>
    public static bool TryRead(TrunkOptions options, [NotNullWhen(true)] out TrunkAddress? address)
    {
        address = null;
        if (!SipUri.TryParse(options.Uri, out SipUri? uri) || uri is not { IsSip: true } || uri.Host.Length == 0)
        {
            return false;
        }

        SipCredentials? credentials = options.Username.Length == 0
            ? null
            : new SipCredentials { Username = options.Username, Password = options.Password, Realm = options.Realm };
        address = new TrunkAddress(options, uri.WithoutHeaders(), credentials);
        return true;
    }

    /// <summary>Networks from which the trunk may speak beside its resolved addresses.</summary>
    public IReadOnlyList<IPNetwork> Sources { get; } = ReadNetworks(Options.Sources);

    /// <summary>Reads an address or a network.</summary>
    public static bool TryReadNetwork(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out IPAddress? address))
        {
            network = new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    /// <summary>The URI of a number on this trunk, for the request line; keeps port and transport.</summary>
    public SipUri RequestUri(string number) => Uri.WithUser(Written(number));

    /// <summary>The URI of a number for From and To: the domain alone.</summary>
    public SipUri Identity(string number) => new("sip", Written(number), Uri.Host);

    /// <summary>The account's own URI: address-of-record, and From where the trunk insists on the account.</summary>
    public SipUri Account() => new("sip", Options.Username.Length == 0 ? "alert" : Options.Username, Uri.Host);

    private static List<IPNetwork> ReadNetworks(IReadOnlyList<string> texts)
    {
        var networks = new List<IPNetwork>();
        foreach (string text in texts)
        {
            if (TryReadNetwork(text, out IPNetwork network))
            {
                networks.Add(network);
            }
        }

        return networks;
    }

    private string Written(string number) => Calls.DialledNumber.Write(number, Options.NumberForm, Options.CountryCode);
}
