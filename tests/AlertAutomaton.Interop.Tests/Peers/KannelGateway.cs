using System.Globalization;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests.Peers;

/// <summary>Kannel's bearerbox and smsbox: another SMPP client, bound to the product's server.</summary>
internal sealed class KannelGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly PeerProcess _bearerbox;
    private readonly PeerProcess _smsbox;
    private readonly int _adminPort;
    private readonly int _sendPort;
    private readonly HttpClient _http = new();

    private KannelGateway(PeerProcess bearerbox, PeerProcess smsbox, int adminPort, int sendPort)
    {
        (_bearerbox, _smsbox, _adminPort, _sendPort) = (bearerbox, smsbox, adminPort, sendPort);
    }

    public string Output => _bearerbox.Output + _smsbox.Output;

    /// <summary>Starts it.</summary>
    /// <param name="folder">For its configuration.</param>
    /// <param name="smppPort">The server's port on loopback.</param>
    /// <param name="transceiver">One session for both ways, or two.</param>
    /// <param name="inboxPort">The HTTP port where it brings what comes in.</param>
    public static async Task<KannelGateway> StartAsync(string folder, int smppPort, bool transceiver, int inboxPort)
    {
        string bearerboxProgram = PeerProgram.Require("bearerbox");
        string smsboxProgram = PeerProgram.Require("smsbox");
        (int admin, int smsbox, int send) = (FreePorts.Next(), FreePorts.Next(), FreePorts.Next());
        string file = Path.Combine(folder, "gateway.conf");
        string ways = transceiver
            ? await WayAsync($"port = {Number(smppPort)}\ntransceiver-mode = true")
            : await WayAsync($"port = {Number(smppPort)}") + await WayAsync($"receive-port = {Number(smppPort)}");
        string text = (await ReadAsync("gateway.conf"))
            .Replace("SMSC_GROUPS", ways, StringComparison.Ordinal)
            .Replace("ADMIN_PORT", Number(admin), StringComparison.Ordinal)
            .Replace("SMSBOX_PORT", Number(smsbox), StringComparison.Ordinal)
            .Replace("SENDSMS_PORT", Number(send), StringComparison.Ordinal)
            .Replace("INBOX_PORT", Number(inboxPort), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        PeerProcess first = PeerProcess.Start(bearerboxProgram, ["-v", "0", file], folder);
        PeerProcess? second = null;
        try
        {
            await LoopbackPorts.WaitForAsync(smsbox, first, Patience);
            second = PeerProcess.Start(smsboxProgram, ["-v", "0", file], folder);
            await LoopbackPorts.WaitForAsync(send, second, Patience);
            return new KannelGateway(first, second, admin, send);
        }
        catch
        {
            await (second?.DisposeAsync() ?? ValueTask.CompletedTask);
            await first.DisposeAsync();
            throw;
        }
    }

    /// <summary>Hands a text over as an application of Kannel would; asks to be told of its delivery at an address.</summary>
    public async Task SendAsync(string to, string text, int coding, string deliveryUrl)
    {
        string query = string.Join('&', new[]
        {
            ("username", "town"), ("password", "town"), ("from", "38001"), ("to", to), ("text", text), ("charset", "UTF-8"), ("coding", Number(coding)),
            ("dlr-mask", "31"), ("dlr-url", deliveryUrl),
        }.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}"));
        string answer = await _http.GetStringAsync(new Uri($"http://127.0.0.1:{_sendPort}/cgi-bin/sendsms?{query}"), TestContext.Current.CancellationToken);
        Assert.True(answer.StartsWith('0') || answer.StartsWith('3'), answer + Output);
    }

    /// <summary>Asks bearerbox to end as its operator would.</summary>
    public Task<string> ShutDownAsync() =>
        _http.GetStringAsync(new Uri($"http://127.0.0.1:{_adminPort}/shutdown?password=town"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _smsbox.DisposeAsync();
        await _bearerbox.DisposeAsync();
    }

    private static async Task<string> WayAsync(string way) => (await ReadAsync("smsc.conf")).Replace("WAY", way, StringComparison.Ordinal) + "\n";

    private static Task<string> ReadAsync(string file) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Kannel", file), TestContext.Current.CancellationToken);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
