using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace AlertAutomaton.Smpp.Server;

/// <summary>Where a server listens.</summary>
public sealed record SmppServerOptions
{
    /// <summary>Address and port; port 0 lets the system choose.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>With private key: clients must use TLS 1.2 or later. Null for clear text.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Sessions at one time; more are closed at once.</summary>
    public int MostSessions { get; init; } = 100;

    /// <summary>How sessions are treated.</summary>
    public SmppServerSessionOptions Session { get; init; } = new();
}
