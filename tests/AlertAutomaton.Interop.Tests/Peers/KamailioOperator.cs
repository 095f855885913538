using System.Globalization;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Kamailio as the operator: registrar, digest on REGISTER and INVITE, record-routing, and a town behind it.</summary>
internal sealed class KamailioOperator : IAsyncDisposable
{
    private readonly PeerProcess _process;

    private KamailioOperator(PeerProcess process, int port)
    {
        _process = process;
        Port = port;
    }

    public int Port { get; }

    public string Output => _process.Output;

    public static async Task<KamailioOperator> StartAsync(string folder, int townPort, string algorithm)
    {
        string kamailio = PeerProgram.Require("kamailio");
        int port = FreePorts.Next();
        string file = Path.Combine(folder, "operator.cfg");
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Kamailio", "operator.cfg"))
            .Replace("TOWN_PORT", Number(townPort), StringComparison.Ordinal)
            .Replace("127.0.0.1:PORT", "127.0.0.1:" + Number(port), StringComparison.Ordinal)
            .Replace("\"algorithm\", \"ALGORITHM\"", $"\"algorithm\", \"{algorithm}\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        PeerProcess process = PeerProcess.Start(
            kamailio,
            ["-DD", "-E", "-f", file, "-m", "32", "-M", "4", "-w", folder, "-Y", folder, "-P", Path.Combine(folder, "kamailio.pid")],
            folder);
        await LoopbackPorts.WaitForAsync(port, process, TimeSpan.FromSeconds(15));
        return new KamailioOperator(process, port);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
