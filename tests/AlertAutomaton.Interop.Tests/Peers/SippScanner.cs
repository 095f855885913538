using System.Globalization;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>SIPp as a scanner; it ends with 0 only when not one of its requests was answered.</summary>
internal static class SippScanner
{
    /// <summary>An address of this machine that belongs to no trunk.</summary>
    public const string Stranger = "127.0.0.2";

    /// <param name="folder">Where its files go.</param>
    /// <param name="daemonPort">The SIP port of the service.</param>
    /// <param name="method">What it sends.</param>
    /// <param name="called">Whom it asks for.</param>
    /// <param name="requests">How many requests.</param>
    /// <param name="perSecond">How many a second.</param>
    /// <param name="address">Where it sends from.</param>
    public static PeerProcess Start(string folder, int daemonPort, string method, string called, int requests, int perSecond, string address = Stranger)
    {
        string sipp = PeerProgram.Require("sipp");
        int port = FreePorts.Next();
        string name = Path.Combine(folder, Invariant($"scanner-{port}"));
        File.WriteAllText(name + ".xml", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sipp", "scans.xml"))
            .Replace("METHOD", method, StringComparison.Ordinal)
            .Replace("CALLED", called, StringComparison.Ordinal));
        return PeerProcess.Start(
            sipp,
            [
                "-sf", name + ".xml", "-i", address, "-p", Invariant($"{port}"), "-mp", Invariant($"{FreePorts.NextForMedia()}"), "-m", Invariant($"{requests}"), "-l",
                Invariant($"{perSecond * 10}"), "-r", Invariant($"{perSecond}"), "-nostdin", "-timeout", "180s", "-timeout_error", "-trace_err", "-error_file", name + ".errors",
                Invariant($"127.0.0.1:{daemonPort}"),
            ],
            folder);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
