using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.PhoneNumbers;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Inbound;
using AlertAutomaton.Telephony.Trunks;
using AlertAutomaton.VoiceServer.Approvals;
using AlertAutomaton.VoiceServer.Calls;
using AlertAutomaton.VoiceServer.Dialogues;
using AlertAutomaton.VoiceServer.Duty;
using AlertAutomaton.VoiceServer.Launching;
using AlertAutomaton.VoiceServer.Lines;
using AlertAutomaton.VoiceServer.Operators;
using AlertAutomaton.VoiceServer.Residents;
using AlertAutomaton.VoiceServer.Speaking;
using AlertAutomaton.VoiceServer.Steering;

namespace AlertAutomaton.VoiceServer;

/// <summary>The voice server: answers the operators' and the residents' lines, calls operators for approvals and call-backs.</summary>
public sealed class VoiceServerService : IInboundCallListener, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly OperatorServices _operators;
    private readonly IOutboundCalls _calls;
    private readonly ResidentCall _residents;
    private readonly ApprovalDesk _approvals;
    private readonly OperatorCall _operatorCall;
    private readonly InboundSwitch _switch;

    /// <summary>Builds it; it answers as soon as it is made the listener of the telephony.</summary>
    /// <param name="operators">What the operators' dialogues work with.</param>
    /// <param name="residents">What the residents' dialogue works with.</param>
    /// <param name="lines">The trunks, for calls to operators.</param>
    /// <param name="numbers">Which numbers may be called.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message holds every problem.</exception>
    public VoiceServerService(OperatorServices operators, ResidentServices residents, TrunkLines lines, NumberPolicy numbers)
        : this(operators, residents, new TrunkOutboundCalls(lines, numbers, operators.Options, operators.Time, operators.Log))
    {
    }

    internal VoiceServerService(OperatorServices operators, ResidentServices residents, IOutboundCalls calls)
    {
        Refuse(VoiceServerOptionsReader.Problems(operators.Options, operators.Catalogue.Languages), nameof(operators));
        _operators = operators;
        _calls = calls;
        _residents = new ResidentCall(residents);
        var approvalCall = new ApprovalCall(operators);
        _approvals = new ApprovalDesk(operators, calls, (call, who, draft, ct) => approvalCall.RunAsync(call, _approvals!, who, draft, ct), _stop.Token);
        var callBacks = new CallBackDesk(operators, calls, (call, who, ct) => _operatorCall!.RunCalledBackAsync(call, who, ct), _stop.Token);
        _operatorCall = new OperatorCall(
            operators,
            _approvals,
            callBacks,
            [new LaunchMenu(), new RecordMenu(), new StatusMenu(), new ControlMenu(), new FollowUpMenu(), new LastMessagesMenu(), new ApproveMenu()]);
        _switch = new InboundSwitch(operators.Options, AnswerAsync, TurnAwayAsync, operators.Log);
    }

    /// <summary>Callers on the line now.</summary>
    public int Callers => _switch.Callers;

    /// <summary>Goes on with the requests for approval that an earlier process left open.</summary>
    /// <param name="ct">Gives up reading the store.</param>
    /// <returns>How many.</returns>
    public Task<int> StartAsync(CancellationToken ct) => _approvals.GoOnAsync(ct);

    /// <summary>Builds the duty chain of an organisation: it phones over the same trunks, and launches by the same rules.</summary>
    /// <param name="duty">What it works with besides.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message holds every problem.</exception>
    /// <returns>The chain, to be started and disposed of before the voice server.</returns>
    public DutyDesk CreateDutyDesk(DutyServices duty)
    {
        Refuse(DutyOptionsReader.Problems(duty.Options), nameof(duty));
        var talk = new DutyCall(_operators, duty, _approvals);
        return new DutyDesk(duty, _operators, _calls, talk.RunAsync);
    }

    /// <summary>Builds the test calls.</summary>
    /// <param name="options">How the chain of calls is tested; a number is set.</param>
    /// <param name="linesAreScarce">Whether an alert needs the lines now; quick, and never throws.</param>
    /// <param name="alarms">Who is told by another path.</param>
    /// <param name="alarmed">True when an earlier process alarmed for them and no call was good since.</param>
    /// <exception cref="ArgumentException">The options are wrong; the message holds every problem.</exception>
    /// <returns>The test calls, to be started and disposed of before the voice server.</returns>
    public HeartbeatService CreateHeartbeat(HeartbeatOptions options, Func<bool> linesAreScarce, AlarmDesk alarms, bool alarmed = false)
    {
        Refuse(DutyOptionsReader.Problems(options), nameof(options));
        var call = new HeartbeatCall(_calls, _operators.Catalogue, options);
        return new HeartbeatService(options, call.RunAsync, linesAreScarce, alarms, _operators.Time, _operators.Log, alarmed);
    }

    /// <inheritdoc/>
    public bool Accepts(InboundCallInfo info) => _switch.Accepts(info);

    /// <inheritdoc/>
    public Task AnswerAsync(Call call, InboundCallInfo info, CancellationToken stop) => _switch.AnswerAsync(call, info, stop);

    /// <summary>The same for any call, for tests without a network.</summary>
    internal Task AnswerAsync(IVoiceCall call, InboundCallInfo info, CancellationToken stop) => _switch.AnswerAsync(call, info, stop);

    /// <summary>Ends what the voice server does by itself; calls end with the telephony.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private static void Refuse(IReadOnlyList<string> problems, string parameter)
    {
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), parameter);
        }
    }

    private Task AnswerAsync(IVoiceCall call, VoiceLine line, string callerNumber, CancellationToken stop) => line.Audience == VoiceLineAudience.Operators
        ? _operatorCall.RunAsync(call, line.Language, line.Organisation, callerNumber, stop)
        : _residents.RunAsync(call, line.Language, line.Organisation, callerNumber, stop);

    private async Task TurnAwayAsync(IVoiceCall call, VoiceLine line, CancellationToken stop)
    {
        await call.PlayAsync(new Phrase(_operators.Catalogue, line.Language).Say(OperatorPromptNames.Busy).Sounds, CallMoments.None, stop);
        await call.HangUpAsync("all places are taken");
    }
}
