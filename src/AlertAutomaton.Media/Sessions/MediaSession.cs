using System.Net;
using System.Security.Cryptography;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Pacing;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Rtcp;
using AlertAutomaton.Media.Rtp;
using AlertAutomaton.Media.Sdp;
using AlertAutomaton.Media.Transport;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Media.Sessions;

/// <summary>
/// The sound of one call: a pair of ports, a negotiated codec, a cursor over shared prompts, and what is heard.
/// All members may be called from any thread and never block.
/// </summary>
/// <remarks>
/// Everything mutable stands under one lock, which the clock thread takes once per 20 ms. The handler is called after the lock is released.
/// </remarks>
public sealed partial class MediaSession : IDisposable, IPacedMember
{
    private const int RoundMilliseconds = PaceSchedule.RoundMilliseconds;
    private const int RoundSamples = 160;
    private static readonly TimeSpan _longestRecording = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly MediaEngine _engine;
    private readonly IMediaSessionHandler _handler;
    private readonly MediaSessionOptions _options;
    private readonly MediaSocket _soundSocket;
    private readonly MediaSocket _controlSocket;
    private readonly ILogger _logger;
    private readonly bool _connectSockets;
    private readonly int _port;
    private readonly PromptCursor _cursor = new();
    private readonly RtpSender _sender;
    private readonly RtpSourceLatch _latch;
    private readonly RtpReceiveLog _log = new();
    private readonly RtcpReporter _reporter;
    private readonly TelephoneEventReceiver _events = new();
    private readonly TelephoneEventSender _eventSender = new();
    private readonly InBandKeySender _toneSender = new();
    private readonly KeyCollector _keys;
    private readonly FarEndAudio _farEnd;
    private PacePlace? _place;
    private volatile bool _closed;

    internal MediaSession(
        MediaEngine engine,
        IMediaSessionHandler handler,
        MediaSessionOptions options,
        IPAddress? advertised,
        MediaSocket sound,
        MediaSocket control,
        int port,
        TimeProvider time,
        ILogger logger,
        bool connectSockets)
    {
        (_engine, _handler, _options, _advertised) = (engine, handler, options, advertised);
        (_soundSocket, _controlSocket, _port, _logger, _connectSockets) = (sound, control, port, logger, connectSockets);
        Span<byte> random = stackalloc byte[18];
        RandomNumberGenerator.Fill(random);
        _sender = new RtpSender(BitConverter.ToUInt32(random), BitConverter.ToUInt16(random[4..]), BitConverter.ToUInt32(random[6..]));
        // 62 bits: every reader of 64-bit signed numbers takes it.
        _sessionId = BitConverter.ToUInt64(random[10..]) >> 2;
        _latch = new RtpSourceLatch(options.SourcePolicy);
        _reporter = new RtcpReporter(time, _sender, _log);
        _keys = new KeyCollector(time);
        _farEnd = new FarEndAudio(options);
        if (OperatingSystem.IsLinux() && ReferenceEquals(time, TimeProvider.System))
            MediaSocketTimestamps.Enable(sound.Socket);
    }

    /// <summary>The address and RTP port told to the far end.</summary>
    public IPEndPoint LocalEndPoint => new(AdvertisedAddress(null), _port);

    /// <summary>The codec agreed upon, null before an answer.</summary>
    public AudioCodec? Codec
    {
        get
        {
            lock (_gate)
            {
                return _agreed?.Codec;
            }
        }
    }

    /// <summary>Whether the far end holds the call: playing pauses until it lets go.</summary>
    public bool IsOnHold
    {
        get
        {
            lock (_gate)
            {
                return _agreed is not null && !CanSend_NeedsLock;
            }
        }
    }

    /// <summary>Whether keys come as telephone-event (RFC 4733) rather than in the sound.</summary>
    public bool TelephoneEventNegotiated
    {
        get
        {
            lock (_gate)
            {
                return _agreed?.ReceivedEventType is not null;
            }
        }
    }

    /// <summary>Whether a prompt is being sent.</summary>
    public bool IsPlaying
    {
        get
        {
            lock (_gate)
            {
                return _cursor.IsPlaying;
            }
        }
    }

    /// <summary>How much of the current list has been sent.</summary>
    public TimeSpan Played
    {
        get
        {
            lock (_gate)
            {
                return TimeSpan.FromMilliseconds(_cursor.PlayedSamples / 8.0);
            }
        }
    }

    /// <summary>Counters so far.</summary>
    public MediaStatistics Statistics
    {
        get
        {
            lock (_gate)
            {
                return new MediaStatistics
                {
                    PacketsSent = _sender.Packets - _sendErrors,
                    SendErrors = _sendErrors,
                    PacketsReceived = _log.Received,
                    PacketsLost = _log.Lost,
                    Duplicates = _log.Duplicates,
                    Reordered = _log.Reordered,
                    Ignored = _ignored,
                    Malformed = _malformed,
                    Jitter = TimeSpan.FromMilliseconds(_log.JitterUnits / 8),
                    RemoteLoss = _reporter.Feedback.RemoteLoss,
                    RemoteJitter = _reporter.Feedback.RemoteJitter is { } jitter ? TimeSpan.FromMilliseconds(jitter / 8.0) : null,
                    RoundTrip = _reporter.Feedback.RoundTrip is { } trip ? TimeSpan.FromSeconds(trip / 65_536.0) : null,
                };
            }
        }
    }

    /// <summary>Plays the prompts one after another, in place of what plays now. Playing starts with the first packet after the far end is known.</summary>
    public void Play(IReadOnlyList<PreparedPrompt> prompts)
    {
        lock (_gate)
        {
            _cursor.Start(prompts);
            _sender.MarkNext();
        }
    }

    /// <summary>Silence from the next packet on (barge-in).</summary>
    public void StopPlaying()
    {
        lock (_gate)
        {
            _cursor.Stop();
        }
    }

    /// <summary>Presses a key towards the far end: RFC 4733, or two tones where that was not negotiated. Presses queue up, at most 64 of them.</summary>
    /// <param name="key"><c>0</c>-<c>9</c>, <c>*</c>, <c>#</c>, <c>A</c>-<c>D</c>.</param>
    /// <param name="duration">40 ms to 8 s.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such key, or a duration out of range.</exception>
    public void SendKey(char key, TimeSpan duration)
    {
        if (!KeyCode.TryToEvent(key, out var code))
            throw new ArgumentOutOfRangeException(nameof(key), key, "No telephone has this key.");
        if (duration < TimeSpan.FromMilliseconds(40) || duration > TimeSpan.FromSeconds(8))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A key is pressed for 40 ms to 8 s.");
        var press = new KeyPressSending(code, (int)Math.Ceiling(duration.TotalMilliseconds / RoundMilliseconds));
        lock (_gate)
        {
            var inBand = _agreed is null ? !_options.TelephoneEvents : _agreed.SentEventType is null;
            _ = inBand ? _toneSender.Enqueue(press) : _eventSender.Enqueue(press);
        }
    }

    /// <summary>A key that came by SIP INFO; told to the handler like the others, unless it repeats one of another source.</summary>
    public void KeyFromInfo(char key)
    {
        if (!KeyCode.TryToEvent(key, out _))
            return;
        lock (_gate)
        {
            if (_infoKeys.Count < TelephoneEventSender.LongestQueue)
                _infoKeys.Enqueue(char.ToUpperInvariant(key));
        }
    }

    /// <summary>Records what the far end says from now on; a running recording is dropped.</summary>
    public void StartRecording(RecordingOptions options)
    {
        var length = options.MaximumLength < _longestRecording ? options.MaximumLength : _longestRecording;
        lock (_gate)
        {
            _farEnd.StartRecording(Math.Max(0, (int)(length.TotalMilliseconds * 8)));
        }
    }

    /// <summary>Ends the recording and gives it; empty when none ran.</summary>
    public PcmRecording StopRecording()
    {
        lock (_gate)
        {
            return _farEnd.StopRecording();
        }
    }

    /// <summary>
    /// Says goodbye by RTCP, closes the sockets and gives the ports back. A handler call that has begun on the clock's thread may still be
    /// running; none begins afterwards.
    /// </summary>
    public void Dispose()
    {
        if (_closed)
            return;
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            if (_agreed is not null)
                SayGoodbye_NeedsLock();
            _soundSocket.Dispose();
            _controlSocket.Dispose();
        }

        if (_place is { } place)
            place.Worker.Remove(this, place.Slot);
        MediaLog.Closed(_logger, _port, _sender.Packets - _sendErrors, _log.Received, _log.Lost, _ignored);
        _engine.Closed(this, _port);
    }

    internal void Begin(PacedClock clock)
    {
        lock (_gate)
        {
            if (!_closed)
                _place = clock.Add(this);
        }
    }

    private void SayGoodbye_NeedsLock()
    {
        Span<byte> goodbye = stackalloc byte[RtcpCompoundWriter.MaximumLength];
        var length = _reporter.Write(goodbye, _sender.At(_round * RoundSamples), goodbye: true);
        if (!ControlTarget_NeedsLock.IsUsable)
            return;
        try
        {
            _controlSocket.Socket.SendTo(goodbye[..length], ControlTarget_NeedsLock.ToEndPoint());
        }
        catch (System.Net.Sockets.SocketException)
        {
            // A goodbye is a courtesy; the far end learns the end of the call by SIP.
            return;
        }
    }
}
