using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AlertAutomaton.Faults.Witness;

/// <summary>One call seen by the witness: its answers on the wire and what its resident does.</summary>
internal sealed class WitnessCall : IDisposable
{
    private const int TelephoneEventPayload = 101;
    private const int AlawPayload = 8;
    private const int EndPackets = 3;
    private const ushort EventDuration = 1600;

    // 0.5, 1, 2 s, then every 4 s up to 64 times T1.
    private const int AnswerRepeats = 10;
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromSeconds(4);

    private readonly SipText _invite;
    private readonly IPEndPoint _caller;
    private readonly Socket _media = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ToneEar _ear = new(WitnessTown.ConfirmationHertz);
    private readonly WitnessTown _town;
    private readonly CancellationTokenSource _over = new();
    private readonly string _tag = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N")[20..];
    private ushort _sequence = 1;
    private uint _timestamp = 160;
    private int _acknowledged;

    public WitnessCall(WitnessTown town, SipText invite, IPEndPoint caller)
    {
        _town = town;
        _invite = invite;
        _caller = caller;
        _media.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public string CallId => _invite["Call-ID"];

    public string Callee => _invite.CalledUser;

    /// <summary>True when the caller knows of the answer: without an ACK the phone gives up by itself, and nothing is left standing.</summary>
    public bool Stands => Volatile.Read(ref _acknowledged) == 1 && !Over;

    public bool Over => _over.IsCancellationRequested;

    public void Acknowledge() => Interlocked.Exchange(ref _acknowledged, 1);

    public void Trying() => Send(100, "Trying");

    public void Reject(int status, string reason)
    {
        Send(status, reason);
        _town.Note(WitnessEvent.Rejected, this, status.ToString(CultureInfo.InvariantCulture));
        End();
    }

    public void Ring(bool early)
    {
        if (early)
        {
            Send(183, "Session Progress", Sdp());
        }
        else
        {
            Send(180, "Ringing");
        }
    }

    /// <summary>Sends 200 OK until ACK arrives, hangs up when none does (RFC 3261 §13.3.1.4), and listens from then on.</summary>
    public void Answer()
    {
        _town.Note(WitnessEvent.Answered, this, "");
        _ = Task.Run(ListenAsync);
        _ = Task.Run(async () =>
        {
            TimeSpan wait = TimeSpan.FromMilliseconds(500);
            Send(200, "OK", Sdp());
            for (int round = 0; round < AnswerRepeats && !Over; round++)
            {
                await Task.Delay(wait, TimeProvider.System);
                if (Volatile.Read(ref _acknowledged) == 1)
                {
                    return;
                }

                Send(200, "OK", Sdp());
                wait = wait + wait < LongestRepeat ? wait + wait : LongestRepeat;
            }

            if (Volatile.Read(ref _acknowledged) == 0)
            {
                HangUp();
            }
        });
    }

    public Task PauseAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, _over.Token);

    public void Press(char key)
    {
        _town.Note(WitnessEvent.Key, this, key.ToString());
        uint timestamp = _timestamp;
        _timestamp += EventDuration + 160u;
        for (int packet = 1; packet <= 10; packet++)
        {
            SendKeyPacket(key, timestamp, (ushort)(packet * 160), end: false, marker: packet == 1);
        }

        for (int packet = 0; packet < EndPackets; packet++)
        {
            SendKeyPacket(key, timestamp, EventDuration, end: true, marker: false);
        }
    }

    public void HangUp()
    {
        if (Over)
        {
            return;
        }

        string target = _invite["Contact"].Trim('<', '>').Split('>')[0];
        string text = $"BYE {target} SIP/2.0\r\nVia: SIP/2.0/UDP {_town.EndPoint};branch=z9hG4bK{_tag}\r\nMax-Forwards: 70\r\n"
            + $"From: {_invite["To"]};tag={_tag}\r\nTo: {_invite["From"]}\r\nCall-ID: {CallId}\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n";
        _town.Send(System.Text.Encoding.UTF8.GetBytes(text), _caller);
        _town.Note(WitnessEvent.Ended, this, "hung up here");
        End();
    }

    /// <summary>The caller said BYE or CANCEL.</summary>
    public void CallerEnded(SipText request)
    {
        _town.Send(request.Response(200, "OK", _tag), _caller);
        if (Over)
        {
            return;
        }

        if (request.Method == "CANCEL")
        {
            Send(487, "Request Terminated");
            _town.Note(WitnessEvent.Cancelled, this, "");
        }
        else
        {
            _town.Note(WitnessEvent.Ended, this, "caller hung up");
        }

        End();
    }

    public void Dispose()
    {
        End();
        _media.Dispose();
        _over.Dispose();
    }

    private void End()
    {
        if (!_over.IsCancellationRequested)
        {
            _over.Cancel();
        }
    }

    private void Send(int status, string reason, string? sdp = null) =>
        _town.Send(_invite.Response(status, reason, _tag, $"sip:{Callee}@{_town.EndPoint}", sdp), _caller);

    private string Sdp()
    {
        int port = ((IPEndPoint)_media.LocalEndPoint!).Port;
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + $"m=audio {port} RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=ptime:20\r\n";
    }

    private async Task ListenAsync()
    {
        byte[] buffer = new byte[2048];
        try
        {
            while (!Over)
            {
                int length = await _media.ReceiveAsync(buffer, SocketFlags.None, _over.Token);
                bool before = _ear.Heard;
                if (length > 12 && (buffer[1] & 0x7F) == AlawPayload)
                {
                    _ear.Listen(buffer.AsSpan(12, length - 12));
                }

                if (_ear.Heard && !before)
                {
                    _town.Note(WitnessEvent.HeardConfirmation, this, "");
                }
            }
        }
        catch (Exception stop) when (stop is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The call is over, and with it what there was to hear.
            End();
        }
    }

    private void SendKeyPacket(char key, uint timestamp, ushort duration, bool end, bool marker)
    {
        IPEndPoint? target = MediaTarget();
        if (target is null || Over)
        {
            return;
        }

        byte[] packet = new byte[16];
        packet[0] = 0x80;
        packet[1] = (byte)(TelephoneEventPayload | (marker ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), _sequence++);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(4), timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(packet.AsSpan(8), 0x57495421);
        packet[12] = (byte)(key - '0');
        packet[13] = (byte)(10 | (end ? 0x80 : 0));
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(14), duration);
        _media.SendTo(packet, target);
    }

    private IPEndPoint? MediaTarget()
    {
        string? line = _invite.Body.Split('\n').FirstOrDefault(text => text.StartsWith("m=audio ", StringComparison.Ordinal));
        return line is null ? null : new IPEndPoint(IPAddress.Loopback, int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }
}
