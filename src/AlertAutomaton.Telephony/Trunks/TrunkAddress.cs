using System.Diagnostics.CodeAnalysis;
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

    /// <summary>The URI of a number on this trunk, for the request line; keeps port and transport.</summary>
    public SipUri RequestUri(string number) => Uri.WithUser(Written(number));

    /// <summary>The URI of a number for From and To: the domain alone.</summary>
    public SipUri Identity(string number) => new("sip", Written(number), Uri.Host);

    /// <summary>The account's own URI: address-of-record, and From where the trunk insists on the account.</summary>
    public SipUri Account() => new("sip", Options.Username.Length == 0 ? "alert" : Options.Username, Uri.Host);

    private string Written(string number) => Calls.DialledNumber.Write(number, Options.NumberForm, Options.CountryCode);
}
