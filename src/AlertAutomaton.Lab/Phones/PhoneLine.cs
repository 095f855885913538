using System.Diagnostics.CodeAnalysis;
using System.Text;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Lab.Phones;

/// <summary>The telephone itself: one incoming call of the lab with its sound. A script or a test acts on it.</summary>
internal sealed class PhoneLine : ISipCallHandler, IMediaSessionHandler
{
    private static readonly TimeSpan KeyLength = TimeSpan.FromMilliseconds(120);
    private static readonly RecordingOptions Everything = new() { MaximumLength = TimeSpan.FromMinutes(5) };
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly StringBuilder _keys = new();
    private readonly List<short> _sound = [];
    private readonly TimeProvider _time;
    private readonly ISipCall _call;
    private TaskCompletionSource? _saying;
    private ReadOnlyMemory<byte> _answer;
    private MediaSession? _media;
    private long _answeredAt;
    private TimeSpan _talked;
    private string? _endedBy;
    private bool _over;

    public PhoneLine(SipIncomingCall incoming, TimeProvider time)
    {
        _call = incoming.Call;
        _time = time;
        CallId = incoming.Call.CallId;
        Callee = incoming.Request.RequestUri.User ?? string.Empty;
        Caller = (incoming.Request.Addresses(SipHeaderNames.PAssertedIdentity) is [NameAddress asserted, ..] ? asserted : incoming.Request.From)?.Uri.User ?? string.Empty;
    }

    public string CallId { get; }

    public string Callee { get; }

    public string Caller { get; }

    /// <summary>Completes when the ACK of our answer came, or the call is over.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Completes when the call is over.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Who ended it: caller, phone, silence.</summary>
    public string EndedBy => _endedBy ?? "caller";

    public TimeSpan Talked => _talked;

    /// <summary>The keys pressed so far.</summary>
    public string Keys
    {
        get
        {
            lock (_gate)
            {
                return _keys.ToString();
            }
        }
    }

    /// <summary>Opens the sound for the caller's offer.</summary>
    public bool TryOpen(MediaEngine engine, ReadOnlyMemory<byte> offer, bool inBandOnly, [NotNullWhen(false)] out string? whyNot)
    {
        var options = new MediaSessionOptions { TelephoneEvents = !inBandOnly, SilenceTimeout = TimeSpan.FromSeconds(5) };
        if (!engine.TryOpen(this, options, out MediaSession? media, out MediaOpenFailure failure))
        {
            whyNot = failure.ToString();
            return false;
        }

        if (!media.TryCreateAnswer(offer.Span, out _answer, out whyNot))
        {
            media.Dispose();
            return false;
        }

        _media = media;
        return true;
    }

    public void Refuse(int status, TimeSpan? retryAfter) => _call.Reject(status, retryAfter: retryAfter);

    public void Ring(bool early)
    {
        _call.Ring(early ? _answer : default, early183: early);
        if (early)
        {
            WithMedia(media => media.Play([LabSounds.Of(LabVoice.EarlyAnnouncement)]));
        }
    }

    public void Answer() => _call.Accept(_answer);

    public void HangUp()
    {
        _endedBy ??= "phone";
        _call.Bye();
    }

    /// <summary>Says something to its end.</summary>
    public async Task SayAsync(PreparedPrompt prompt)
    {
        var saying = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _saying = saying;
        WithMedia(media => media.Play([prompt]));
        await Task.WhenAny(saying.Task, Ended);
    }

    /// <summary>Presses a key.</summary>
    public async Task PressAsync(char key, KeyWay way)
    {
        lock (_gate)
        {
            _keys.Append(key);
        }

        if (way == KeyWay.Info)
        {
            await _call.SendInfoAsync("application/dtmf-relay", new InfoKey(key, KeyLength).ToRelayBody(), CancellationToken.None);
            return;
        }

        WithMedia(media => media.SendKey(key, KeyLength));
    }

    /// <summary>Offers T.38 (ITU-T T.38 annex D) in place of the sound.</summary>
    public Task OfferFaxAsync() => _call.ReInviteAsync(LabOffers.Fax(_media?.LocalEndPoint), CancellationToken.None);

    public Task HoldAsync() => _call.ReInviteAsync(LabOffers.Hold(_media?.CreateOffer() ?? default), CancellationToken.None);

    public Task ResumeAsync() => _call.ReInviteAsync(LabOffers.Resume(_media?.CreateOffer() ?? default), CancellationToken.None);

    /// <summary>Everything heard since the answer.</summary>
    public short[] Heard()
    {
        lock (_gate)
        {
            if (!_over && _media is { } media && _answered.Task.IsCompletedSuccessfully)
            {
                _sound.AddRange(media.StopRecording().Samples);
                media.StartRecording(Everything);
            }

            return [.. _sound];
        }
    }

    void ISipCallHandler.OnProvisional(ISipCall call, SipResponse response)
    {
        // Only outgoing calls get provisional responses.
    }

    void ISipCallHandler.OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp)
    {
        if (!remoteSdp.IsEmpty)
        {
            WithMedia(media => media.TryAcceptAnswer(remoteSdp.Span, out _));
        }

        if (_answeredAt == 0)
        {
            _answeredAt = _time.GetTimestamp();
            WithMedia(media => media.StartRecording(Everything));
            _answered.TrySetResult();
        }
    }

    ReadOnlyMemory<byte> ISipCallHandler.OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer)
    {
        ReadOnlyMemory<byte> answer = default;
        WithMedia(media => media.TryCreateAnswer(remoteOffer.Span, out answer, out _));
        return answer;
    }

    ReadOnlyMemory<byte> ISipCallHandler.OnOfferWanted(ISipCall call)
    {
        ReadOnlyMemory<byte> offer = default;
        WithMedia(media => offer = media.CreateOffer());
        return offer;
    }

    void ISipCallHandler.OnInfo(ISipCall call, SipRequest info)
    {
        // The daemon presses no keys towards residents.
    }

    void ISipCallHandler.OnEnded(ISipCall call, SipCallEnd end)
    {
        lock (_gate)
        {
            if (_over)
            {
                return;
            }

            _over = true;
            _talked = _answeredAt == 0 ? TimeSpan.Zero : _time.GetElapsedTime(_answeredAt);
            if (_media is { } media && _answeredAt != 0)
            {
                _sound.AddRange(media.StopRecording().Samples);
            }
        }

        _media?.Dispose();
        _answered.TrySetResult();
        _ended.TrySetResult();
    }

    void IMediaSessionHandler.OnKey(MediaSession session, char key, KeySource source)
    {
        // The daemon presses no keys towards residents.
    }

    void IMediaSessionHandler.OnPlayingFinished(MediaSession session) => _saying?.TrySetResult();

    void IMediaSessionHandler.OnVoiceActivity(MediaSession session, VoiceActivity activity)
    {
        // Nobody judges the caller.
    }

    void IMediaSessionHandler.OnMachineHint(MediaSession session, MachineHint hint)
    {
        // Nobody judges the caller.
    }

    void IMediaSessionHandler.OnBeep(MediaSession session, double hertz)
    {
        // Nobody judges the caller.
    }

    void IMediaSessionHandler.OnFaxTone(MediaSession session)
    {
        // Nobody judges the caller.
    }

    void IMediaSessionHandler.OnSilent(MediaSession session, TimeSpan noPackets)
    {
        // The daemon under test was killed: a real phone would be put down too.
        if (_answeredAt != 0)
        {
            _endedBy ??= "silence";
            _call.Bye();
        }
    }

    private void WithMedia(Action<MediaSession> use)
    {
        lock (_gate)
        {
            if (!_over && _media is { } media)
            {
                use(media);
            }
        }
    }
}
