using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace AlertAutomaton.Faults.Witness;

/// <summary>
/// The phones of the town, outside the daemon's process: answers by the last digit of the called number and writes down, call by
/// call, what reached it. The log is the evidence that the judge compares with the daemon's store.
/// </summary>
internal sealed class WitnessTown : IDisposable
{
    /// <summary>The tone that stands for "noted" in the rig's prompts, in hertz.</summary>
    public const double ConfirmationHertz = 1000;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ConcurrentDictionary<string, WitnessCall> _calls = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _callsByCallee = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<WitnessEntry> _entries = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly StreamWriter _log;

    public WitnessTown(string logFile)
    {
        _socket.ReceiveBufferSize = 4 << 20;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
        _log = new StreamWriter(logFile) { AutoFlush = true };
        _ = Task.Run(ReceiveAsync);
    }

    public IPEndPoint EndPoint { get; }

    public IReadOnlyCollection<WitnessEntry> Entries => _entries;

    /// <summary>Calls that were answered here and that nobody has ended.</summary>
    public int StandingCalls => _calls.Values.Count(call => call.Stands);

    public void Note(WitnessEvent what, WitnessCall call, string detail)
    {
        var entry = new WitnessEntry(TimeProvider.System.GetUtcNow(), what, call.Callee, call.CallId, detail);
        lock (_log)
        {
            _entries.Enqueue(entry);
            _log.WriteLine(JsonSerializer.Serialize(entry));
        }
    }

    public void Send(byte[] datagram, IPEndPoint to) => _socket.SendTo(datagram, to);

    public void Dispose()
    {
        _closing.Cancel();
        foreach (WitnessCall call in _calls.Values)
        {
            call.Dispose();
        }

        _socket.Dispose();
        _log.Dispose();
        _closing.Dispose();
    }

    private async Task ReceiveAsync()
    {
        byte[] buffer = new byte[65536];
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                SocketReceiveFromResult result = await _socket.ReceiveFromAsync(
                    buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), _closing.Token);
                SipText? message = SipText.Parse(buffer.AsSpan(0, result.ReceivedBytes));
                if (message is not null)
                {
                    Take(message, (IPEndPoint)result.RemoteEndPoint);
                }
            }
            catch (SocketException)
            {
                // A killed daemon answers with ICMP "port unreachable", which Linux reports on the next receive.
                continue;
            }
            catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Take(SipText message, IPEndPoint from)
    {
        _calls.TryGetValue(message["Call-ID"], out WitnessCall? call);
        switch (message.Method)
        {
            case "INVITE" when call is null:
                call = new WitnessCall(this, message, from);
                _calls[call.CallId] = call;
                Note(WitnessEvent.Invite, call, message.Branch);
                call.Trying();
                _ = LiveAsync(call);
                break;
            case "ACK":
                call?.Acknowledge();
                break;
            case "BYE" or "CANCEL" when call is not null:
                call.CallerEnded(message);
                break;
            case "BYE":
                Send(message.Response(481, "Call/Transaction Does Not Exist", "witness"), from);
                break;
            case "OPTIONS":
                Send(message.Response(200, "OK", "witness"), from);
                break;
        }
    }

    private async Task LiveAsync(WitnessCall call)
    {
        int nth = _callsByCallee.AddOrUpdate(call.Callee, 1, (_, count) => count + 1);
        var rule = (PhoneRule)(call.Callee[^1] - '0');
        try
        {
            await BehaveAsync(call, rule, nth);
        }
        catch (OperationCanceledException) when (call.Over)
        {
            // The caller ended the call while the resident was still thinking; that end is already noted.
            return;
        }
    }

    private static async Task BehaveAsync(WitnessCall call, PhoneRule rule, int nth)
    {
        switch (rule)
        {
            case PhoneRule.Busy:
                call.Reject(486, "Busy Here");
                return;
            case PhoneRule.Unknown:
                call.Reject(404, "Not Found");
                return;
            case PhoneRule.Unavailable when nth == 1:
                call.Reject(503, "Service Unavailable");
                return;
        }

        call.Ring(early: rule == PhoneRule.EarlyMedia);
        if (rule == PhoneRule.NeverAnswers)
        {
            return;
        }

        await call.PauseAsync(TimeSpan.FromMilliseconds(200));
        call.Answer();
        await call.PauseAsync(TimeSpan.FromMilliseconds(700));
        switch (rule)
        {
            case PhoneRule.PressesOne or PhoneRule.EarlyMedia or PhoneRule.Unavailable:
                call.Press('1');
                break;
            case PhoneRule.PressesTwo:
                call.Press('2');
                break;
            case PhoneRule.WrongKeyThenOne:
                call.Press('5');
                await call.PauseAsync(TimeSpan.FromMilliseconds(1200));
                call.Press('1');
                break;
            case PhoneRule.HangsUp:
                call.HangUp();
                break;
        }
    }
}
