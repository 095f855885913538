using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Alerting.Tests.Duty;

/// <summary>A duty chain without phones: a test says how each call ends and lets time pass.</summary>
internal sealed class ChainOnPaper(DutyOptions options, params OperatorId[] onDuty)
{
    public DutyChainState State { get; set; } = DutyChainState.Fresh;

    public DateTimeOffset Now { get; set; } = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<OperatorId> OnDuty { get; set; } = onDuty;

    public IReadOnlyList<DutyEffect> Last { get; private set; } = [];

    public List<(DateTimeOffset At, OperatorId Who)> Phoned { get; } = [];

    public List<DutyEffect.Escalate> Escalated { get; } = [];

    public static DutyMatter Matter(string key = "system:Store", DutySeverity severity = DutySeverity.Urgent, DateTimeOffset? since = null) => new()
    {
        Id = DutyMatterId.New(TimeProvider.System), Key = key, Severity = severity, Words = "op-duty-store", Since = since ?? DateTimeOffset.UnixEpoch,
    };

    public ChainOnPaper Do(DutyInput input)
    {
        (State, Last) = DutyChain.Step(State, input, OnDuty, TimeZoneInfo.Utc, options, Now);
        Phoned.AddRange(Last.OfType<DutyEffect.Phone>().Select(phone => (Now, phone.Operator)));
        Escalated.AddRange(Last.OfType<DutyEffect.Escalate>());
        return this;
    }

    public ChainOnPaper Raise(DutyMatter matter) => Do(new DutyInput.Raised(matter));

    public ChainOnPaper Ends(DutyMatter matter, OperatorId who, DutyCallResult result = DutyCallResult.NoAnswer) => Do(new DutyInput.CallEnded(matter.Id, who, result));

    public ChainOnPaper Wait(TimeSpan time)
    {
        Now += time;
        return Do(new DutyInput.Tick());
    }

    /// <summary>Lets time pass in steps of ten seconds; every phone rings in vain for half a minute.</summary>
    public void NobodyAnswersFor(TimeSpan time)
    {
        DateTimeOffset until = Now + time;
        while (Now < until)
        {
            foreach (DutyMatterState calling in State.Matters.Where(matter => matter.Calling is not null && Now - matter.Calls[^1] >= TimeSpan.FromSeconds(30)))
            {
                Ends(calling.Matter, calling.Calling!.Value);
            }

            Wait(TimeSpan.FromSeconds(10));
        }
    }
}
