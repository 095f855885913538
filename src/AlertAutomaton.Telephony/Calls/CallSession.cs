using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Media.Sessions;
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
internal sealed partial class CallSession : ISipCallHandler, IMediaSessionHandler
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

    public string DialogIdentityJson => _sip?.DialogIdentity is { } identity ? Calls.DialogIdentityJson.Write(identity) : string.Empty;

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
