using System.Text.Json;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Keys;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.UserAgents;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.Telephony.Verdicts;
using Microsoft.Extensions.Logging;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>
/// Joins the signalling and the sound of one call, in either direction, and leaves what happens in the mailbox of its script.
/// </summary>
/// <remarks>
/// Called by the threads of the SIP user agent and of the media clock; nothing here blocks. Early media (183) is listened to and is never
/// taken for an answer.
/// </remarks>
internal sealed class CallSession : ISipCallHandler, IMediaSessionHandler
{
    private static readonly TimeSpan VoiceBeforeABeepIsBelieved = TimeSpan.FromSeconds(3);
    private readonly Lock _gate = new();
    private readonly TrunkLines _lines;
    private readonly PlaceOptions _options;
    private readonly ILogger _log;
    private readonly TaskCompletionSource<CallPlacement> _placement = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CallEnding> _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private MediaSession? _media;
    private ISipCall? _sip;
    private ITimer? _talkLimit;
    private long _answeredAt;
    private TimeSpan _talked;
    private long _speakingSince;
    private TimeSpan _voice;
    private string? _localDetail;
    private bool _evidenceGiven;
    private bool _answered;
    private bool _ended;
    private bool _trunkFull;
    private bool _withdrawn;

    public CallSession(TrunkLines lines, TrunkLine line, PlaceOptions options, TimeProvider time, ILogger log)
    {
        _lines = lines;
        _options = options;
        _log = log;
        Line = line;
        Time = time;
        Mailbox = new CallMailbox(time, options.MostKeys);
    }

    public TrunkLine Line { get; }

    public TimeProvider Time { get; }

    public CallMailbox Mailbox { get; }

    public Task<CallPlacement> Placement => _placement.Task;

    public Task<CallEnding> Ending => _ending.Task;

    public string CallId => _sip?.CallId ?? string.Empty;

    public MachineHint Hint { get; private set; }

    public bool FaxSeen { get; private set; }

    public TimeSpan Talked
    {
        get
        {
            lock (_gate)
            {
                return !_answered ? TimeSpan.Zero : _ended ? _talked : Time.GetElapsedTime(_answeredAt);
            }
        }
    }

    public string DialogIdentityJson =>
        _sip?.DialogIdentity is { } identity ? JsonSerializer.Serialize(identity, DialogIdentityJsonContext.Default.SipDialogIdentity) : string.Empty;

    public MediaStatistics Sound { get; private set; } = new();

    /// <summary>True when nobody wants the call any more: withdrawn, or over.</summary>
    public bool IsGivenUp
    {
        get
        {
            lock (_gate)
            {
                return _withdrawn || _ended;
            }
        }
    }

    /// <summary>Gives the sound to the call, before the INVITE leaves or the incoming call is answered; closes it when the call is over already.</summary>
    public void Attach(MediaSession media)
    {
        lock (_gate)
        {
            _media = media;
            if (!_ended)
            {
                return;
            }
        }

        media.Dispose();
    }

    /// <summary>Gives the signalling to the call; calls back may come before.</summary>
    public void Attach(ISipCall sip)
    {
        lock (_gate)
        {
            _sip ??= sip;
            if (!_withdrawn && !_ended)
            {
                return;
            }
        }

        sip.Cancel();
    }

    /// <summary>Ends the call before it began: no port, no way to the trunk.</summary>
    public void Abandon(CallEndCause cause, string detail, CallEvidence evidence)
    {
        GiveEvidence(evidence, null, detail);
        Finish(new CallEnding { Cause = cause, Detail = detail });
    }

    /// <summary>Gives up a call that nobody has answered yet; hangs up when somebody just has.</summary>
    public void Withdraw()
    {
        ISipCall? sip;
        lock (_gate)
        {
            _withdrawn = true;
            sip = _sip;
        }

        sip?.Cancel();
    }

    /// <summary>The trunk went down: a call of which nothing was heard is given up for the next trunk instead of waiting out its timers.</summary>
    public void TrunkWentDown()
    {
        ISipCall? sip;
        lock (_gate)
        {
            if (_evidenceGiven)
            {
                return;
            }

            sip = _sip;
        }

        Abandon(CallEndCause.Unreachable, "the trunk went down", CallEvidence.None);
        sip?.Cancel();
    }

    public void HangUp(string? detail)
    {
        lock (_gate)
        {
            _localDetail ??= detail;
        }

        StopPlaying();
        _sip?.Bye();
    }

    public void Play(IReadOnlyList<PreparedPrompt> prompts)
    {
        Mailbox.Forget(CallMoments.PlayedToEnd);
        if (prompts.Count == 0)
        {
            Mailbox.Post(CallMoments.PlayedToEnd);
            return;
        }

        WithMedia(media => media.Play(prompts));
    }

    public void StopPlaying()
    {
        WithMedia(media => media.StopPlaying());
        Mailbox.Forget(CallMoments.PlayedToEnd);
    }

    public PcmRecording? StopRecording()
    {
        PcmRecording? recording = null;
        WithMedia(media => recording = media.StopRecording());
        return recording;
    }

    /// <summary>Uses the sound unless the call is over.</summary>
    public void WithMedia(Action<MediaSession> use)
    {
        lock (_gate)
        {
            if (!_ended && _media is { } media)
            {
                use(media);
            }
        }
    }

    public CallFacts Facts()
    {
        CallEnding? ending = _ending.Task.IsCompletedSuccessfully ? _ending.Task.Result : null;
        return new CallFacts
        {
            End = ending?.Cause ?? CallEndCause.LocalHangUp,
            StatusCode = ending?.StatusCode,
            ReasonPhrase = ending?.ReasonPhrase,
            Q850Cause = ending?.Q850Cause,
            RetryAfter = ending?.RetryAfter,
            ProvisionalSeen = ending?.Rang ?? false,
            Answered = _answered,
            FaxSeen = FaxSeen,
            TrunkFull = _trunkFull,
            LocalDetail = ending?.Detail,
        };
    }

    void ISipCallHandler.OnProvisional(ISipCall call, SipResponse response)
    {
        Attach(call);
        GiveEvidence(CallEvidence.Accepted, null, null);
        if (!response.Body.IsEmpty && !TryTakeAnswer(response.Body, out string? whyNot))
        {
            // An answer that is no good now may be mended by the one in the 200.
            TelephonyLog.EarlyMediaRefused(_log, call.CallId, whyNot);
        }
    }

    void ISipCallHandler.OnAnswered(ISipCall call, SipResponse? response, ReadOnlyMemory<byte> remoteSdp)
    {
        Attach(call);
        GiveEvidence(CallEvidence.Accepted, null, null);
        if (!remoteSdp.IsEmpty && !TryTakeAnswer(remoteSdp, out string? whyNot))
        {
            lock (_gate)
            {
                _localDetail ??= $"sound not agreed: {whyNot}";
            }

            call.Bye("SIP;cause=488");
            return;
        }

        lock (_gate)
        {
            if (_answered)
            {
                return;
            }

            if (_ended)
            {
                // Given up while the answer was on its way: nobody would speak to whoever took it.
                call.Bye();
                return;
            }

            _answered = true;
            _answeredAt = Time.GetTimestamp();
            _talkLimit = Time.CreateTimer(
                static session => ((CallSession)session!).HangUp("longest talk reached"), this, _options.LongestTalk, Timeout.InfiniteTimeSpan);
        }

        _placement.TrySetResult(CallPlacement.Answered(new Call(this)));
    }

    ReadOnlyMemory<byte> ISipCallHandler.OnAnswerWanted(ISipCall call, ReadOnlyMemory<byte> remoteOffer)
    {
        MediaSession? media = _media;
        if (media is null)
        {
            return default;
        }

        if (media.TryCreateAnswer(remoteOffer.Span, out ReadOnlyMemory<byte> answer, out string? whyNot))
        {
            return answer;
        }

        TelephonyLog.OfferRefused(_log, call.CallId, whyNot);
        if (string.Equals(whyNot, "fax", StringComparison.Ordinal))
        {
            FaxFound();
        }

        return default;
    }

    ReadOnlyMemory<byte> ISipCallHandler.OnOfferWanted(ISipCall call) => _media?.CreateOffer() ?? default;

    void ISipCallHandler.OnInfo(ISipCall call, SipRequest info)
    {
        if (InfoKey.TryParse(info.ContentType, info.Body.Span, out InfoKey pressed))
        {
            WithMedia(media => media.KeyFromInfo(pressed.Key));
        }
    }

    void ISipCallHandler.OnEnded(ISipCall call, SipCallEnd end)
    {
        Attach(call);
        CallEnding ending = CallEndingReader.Read(end, Talked, _localDetail);
        if (!_answered)
        {
            CallEvidence evidence = CallEndingReader.Evidence(ending);
            _trunkFull = !ending.Rang && evidence == CallEvidence.AmbiguousRefusal && _lines.BlamesTrunk(Line, ending.StatusCode ?? 0);
            GiveEvidence(evidence, ending.RetryAfter, ending.Detail ?? ending.ReasonPhrase);
        }

        Finish(ending);
    }

    void IMediaSessionHandler.OnKey(MediaSession session, char key, KeySource source)
    {
        if (!Mailbox.PostKey(new KeyPress(key, Talked)))
        {
            TelephonyLog.KeyDropped(_log, CallId);
        }
    }

    void IMediaSessionHandler.OnPlayingFinished(MediaSession session)
    {
        // A finish that crossed with the start of the next list belongs to the list before.
        if (!session.IsPlaying)
        {
            Mailbox.Post(CallMoments.PlayedToEnd);
        }
    }

    void IMediaSessionHandler.OnVoiceActivity(MediaSession session, VoiceActivity activity)
    {
        switch (activity)
        {
            case VoiceActivity.SpeechBegan or VoiceActivity.SpeechResumed:
                _speakingSince = Time.GetTimestamp();
                break;
            case VoiceActivity.FirstPause or VoiceActivity.Pause:
                _voice += _speakingSince == 0 ? TimeSpan.Zero : Time.GetElapsedTime(_speakingSince);
                _speakingSince = 0;
                break;
            default:
                break;
        }

        if (activity == VoiceActivity.FirstPause)
        {
            Mailbox.Post(CallMoments.FirstPause);
        }
    }

    void IMediaSessionHandler.OnMachineHint(MediaSession session, MachineHint hint) => Hint = hint;

    void IMediaSessionHandler.OnBeep(MediaSession session, double hertz)
    {
        TimeSpan voice = _voice + (_speakingSince == 0 ? TimeSpan.Zero : Time.GetElapsedTime(_speakingSince));
        if (_answered && (Hint == MachineHint.Machine || voice > VoiceBeforeABeepIsBelieved))
        {
            Mailbox.Post(CallMoments.Beep);
        }
    }

    void IMediaSessionHandler.OnFaxTone(MediaSession session) => FaxFound();

    void IMediaSessionHandler.OnSilent(MediaSession session, TimeSpan noPackets) =>
        // Phones that suppress silence send nothing while they listen, so this is worth a line and no more.
        TelephonyLog.FarEndSilent(_log, CallId, noPackets);

    private bool TryTakeAnswer(ReadOnlyMemory<byte> sdp, out string? whyNot)
    {
        whyNot = "no sound";
        return _media is { } media && media.TryAcceptAnswer(sdp.Span, out whyNot);
    }

    private void FaxFound()
    {
        FaxSeen = true;
        Mailbox.Post(CallMoments.Fax);
    }

    private void GiveEvidence(CallEvidence evidence, TimeSpan? retryAfter, string? detail)
    {
        lock (_gate)
        {
            if (_evidenceGiven)
            {
                return;
            }

            _evidenceGiven = true;
        }

        _lines.Report(Line, evidence, retryAfter, detail);
    }

    private void Finish(CallEnding ending)
    {
        MediaSession? media;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _talked = _answered ? Time.GetElapsedTime(_answeredAt) : TimeSpan.Zero;
            _ended = true;
            media = _media;
        }

        _talkLimit?.Dispose();
        if (media is not null)
        {
            Sound = media.Statistics;
            media.Dispose();
        }

        _ending.TrySetResult(ending with { Talked = _talked });
        Mailbox.Post(CallMoments.Ended);
        Line.CallEnded();
        CallVerdict verdict = CallVerdictTable.Judge(Facts());
        _placement.TrySetResult(CallPlacement.Failed(verdict));
        TelephonyLog.CallEnded(_log, CallId, Line.Trunk, verdict.Outcome, verdict.Detail);
    }
}
