using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.TestKit;

/// <summary>
/// Ports on loopback for programs that must be told where to listen before they do. They lie outside of the range that the system gives to
/// outgoing connections and to whoever asks for any port, and each test program claims its own blocks of them, so nobody takes one between the
/// choice and the listening.
/// </summary>
public static class FreePorts
{
    private const int MediaPortsOfOne = 4;
    private static readonly PortClaim Listening = new(10_000, 19_900);
    private static readonly PortClaim Media = new(27_000, 30_000);

    /// <summary>A port that is free for UDP and TCP.</summary>
    /// <param name="inARow">How many are, with this one: some programs take the next one as well, for TLS.</param>
    public static int Next(int inARow = 1) => Listening.Next(inARow, first => Enumerable.Range(first, inARow).All(port =>
        IsFree(port, SocketType.Dgram, ProtocolType.Udp) && IsFree(port, SocketType.Stream, ProtocolType.Tcp)));

    /// <summary>The first of four UDP ports in a row that are free: SIPp binds the first and the third and ends when one is taken.</summary>
    public static int NextForMedia() =>
        Media.Next(MediaPortsOfOne, first => Enumerable.Range(first, MediaPortsOfOne).All(port => IsFree(port, SocketType.Dgram, ProtocolType.Udp)));

    private static bool IsFree(int port, SocketType type, ProtocolType protocol)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }
}
