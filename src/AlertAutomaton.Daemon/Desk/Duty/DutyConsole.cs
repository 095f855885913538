using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Contracts.Duty;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Desk.Launching;
using AlertAutomaton.Daemon.Hosting.Duty;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;

namespace AlertAutomaton.Daemon.Desk.Duty;

/// <summary>The duty chain of this process at the console.</summary>
internal sealed class DutyConsole(EngineDuty? duty, OperatorBook operators, IScenarioStore scenarios, OrganisationId organisation, TimeProvider time) : IDutyConsole
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>How it stands, for whoever may not see people; null where nothing is set up.</summary>
    public DutyStatus? Status
    {
        get
        {
            var matters = duty?.Chain?.Matters ?? [];
            return duty is null ? null : new DutyStatus
            {
                PeopleOnDuty = duty.Chain is null ? null : duty.Roster().OnDutyAt(time.GetUtcNow()).Count,
                OpenMatters = matters.Count(matter => matter.IsOpen && matter.Matter.Severity != DutySeverity.Notice),
                TakenMatters = matters.Count(matter => matter.Standing == DutyStanding.Taken),
                Heartbeat = duty.Heartbeat is { } heartbeat ? Of(heartbeat.State) : null,
            };
        }
    }

    public Task<DutyResource> ShowAsync(CancellationToken cancel)
    {
        if (duty?.Chain is not { } chain)
        {
            return Task.FromResult(new DutyResource { IsSetUp = false });
        }

        var now = time.GetUtcNow();
        var roster = duty.Roster();
        return Task.FromResult(new DutyResource
        {
            IsSetUp = true,
            Now = People(roster.OnDutyAt(now)),
            Week = [.. DutyCalendar.Of(roster, now, now + Week).Select(span => new DutySpanResource { From = span.From, Until = span.Until, People = People(span.Operators) })],
            UnknownNumbers = [.. duty.UnknownNumbers],
            Matters = Standing(chain),
        });
    }

    public Task<IReadOnlyList<DutyMatterResource>> ListAsync(CancellationToken cancel) => Task.FromResult(duty?.Chain is { } chain ? Standing(chain) : []);

    public Task<DutyOutcome> NoteAsync(Guid matter, string operatorNumber, CancellationToken cancel) => ActAsync(matter, async (chain, id) =>
    {
        if (operators.Active(operatorNumber) is not { } who)
        {
            return Problem("/operator", "duty-operator", operatorNumber);
        }

        if (chain.Find(id) is { Standing: DutyStanding.Taken })
        {
            return new DutyOutcome.NotPossible(Texts["duty.taken-already"]);
        }

        return await chain.TakeAsync(id, who.Id) ? null : new DutyOutcome.Unavailable(Texts["desk.in-force-not-written"]);
    });

    public Task<DutyOutcome> ResolveAsync(Guid matter, string? reason, string orderedBy, CancellationToken cancel) => ActAsync(matter, async (chain, id) =>
    {
        var key = chain.Find(id)!.Matter.Key;
        return await chain.EndAsync(key, reason is null ? orderedBy : $"{orderedBy}: {reason}") ? null : new DutyOutcome.Unavailable(Texts["desk.in-force-not-written"]);
    });

    public async Task<DutyOutcome> PrepareAsync(PrepareDutyDraftRequest order, string idempotencyKey, CancellationToken cancel)
    {
        if (duty?.Chain is not { } chain)
        {
            return new DutyOutcome.NotPossible(Texts["duty.not-set-up"]);
        }

        if (!Enum.TryParse<AlertKind>(order.Kind, ignoreCase: true, out var kind) || !string.Equals(AlertResources.Word(kind), order.Kind, StringComparison.Ordinal))
        {
            return Problem("/kind", "duty-kind", order.Kind);
        }

        if (await scenarios.FindAsync(organisation, order.Scenario, cancel) is not { } scenario)
        {
            return Problem("/scenario", "duty-scenario", order.Scenario);
        }

        if (!scenario.Kinds.Contains(kind))
        {
            return Problem("/kind", "duty-kind-not-allowed", order.Kind, order.Scenario);
        }

        var key = DutyKeys.OfDraft(idempotencyKey);
        var matter = new DutyMatter
        {
            Id = DutyMatterId.New(time), Key = key, Severity = DutySeverity.Urgent, Words = DutyPromptNames.DraftWaits, Launch = new DutyLaunch(DraftContent.OfScenario(scenario.Id), kind),
            Since = time.GetUtcNow(),
        };
        var written = await chain.RaiseAsync(matter);
        return chain.Matters.FirstOrDefault(state => state.Standing != DutyStanding.Over && string.Equals(state.Matter.Key, key, StringComparison.Ordinal)) is not { } standing
            ? new DutyOutcome.NotPossible(Texts["duty.too-many"])
            : standing.Matter.Launch != matter.Launch ? new DutyOutcome.NotPossible(Texts["duty.key-used"])
            : written ? new DutyOutcome.Done(Resource(standing))
            : new DutyOutcome.Unavailable(Texts["desk.in-force-not-written"]);
    }

    private static OperatorTexts Texts => new(CultureInfo.CurrentUICulture);

    private static HeartbeatStatus Of(HeartbeatState state) => new()
    {
        LastGood = state.LastGood,
        LastResult = state.LastResult is { } result ? AlertResources.Word(result) : null,
        NextAt = state.NextAt,
        FailuresInRow = state.FailuresInRow,
        Good = state.Good,
        Failed = state.Failed,
        Skipped = state.Skipped,
        IsAlarmed = state.IsAlarmed,
    };

    private static DutyOutcome.Invalid Problem(string pointer, string key, params ReadOnlySpan<object?> arguments)
    {
        var problems = new FieldProblems(Texts);
        problems.Add(pointer, key, arguments);
        return new DutyOutcome.Invalid(problems.All);
    }

    /// <param name="matter">Which.</param>
    /// <param name="act">Null when it is done.</param>
    private async Task<DutyOutcome> ActAsync(Guid matter, Func<DutyDesk, DutyMatterId, Task<DutyOutcome?>> act)
    {
        if (duty?.Chain is not { } chain)
        {
            return new DutyOutcome.NotPossible(Texts["duty.not-set-up"]);
        }

        var id = new DutyMatterId(matter);
        return chain.Find(id) switch
        {
            null => new DutyOutcome.Unknown(),
            { Standing: DutyStanding.Over } => new DutyOutcome.NotPossible(Texts["duty.over-already"]),
            _ => await act(chain, id) ?? (chain.Find(id) is { } now ? new DutyOutcome.Done(Resource(now)) : new DutyOutcome.Unknown()),
        };
    }

    private IReadOnlyList<DutyMatterResource> Standing(DutyDesk chain) => [.. chain.Matters.Where(matter => matter.Standing != DutyStanding.Over).Select(Resource)];

    private DutyMatterResource Resource(DutyMatterState state) => new()
    {
        Id = state.Matter.Id.Value,
        Key = state.Matter.Key,
        Text = DutyKeys.InWords(state.Matter.Key, Texts),
        Severity = AlertResources.Word(state.Matter.Severity),
        State = AlertResources.Word(state.Standing),
        Since = state.Matter.Since,
        Rounds = state.Rounds,
        Calls = state.Calls.Count,
        NextAt = state.NextAt,
        Calling = NumberOf(state.Calling),
        TakenBy = NumberOf(state.TakenBy),
        EndedAt = state.EndedAt,
        Launches = state.Matter.Launch is { } launch ? AlertResources.Word(launch.Kind) : null,
    };

    private string? NumberOf(OperatorId? id) => id is { } who ? operators.Of(who)?.Number : null;

    private IReadOnlyList<DutyPerson> People(IReadOnlyList<OperatorId> list) =>
    [
        .. list.Select(operators.Of).OfType<Alerting.Operators.Operator>()
            .Select(who => new DutyPerson { Number = who.Number, Name = who.Name, CanBePhoned = who is { RegisteredPhone: not null, Pin: not null } }),
    ];
}
