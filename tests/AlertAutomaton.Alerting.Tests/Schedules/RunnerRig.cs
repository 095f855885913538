using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Register;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Alerting.Tests.Schedules;

/// <summary>A runner over a store in memory and an engine that keeps one alert per key, with the clock in the hand of the test.</summary>
internal sealed class RunnerRig : IAsyncDisposable
{
    private readonly Dictionary<string, AlertId> _launched = new(StringComparer.Ordinal);
    private ScheduleRunner? _runner;

    public ManualTimeProvider Time { get; } = new(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public MemoryScheduleStore Store { get; } = new();

    /// <summary>How the engine answers, in place of accepting.</summary>
    public Func<LaunchResult?> Answer { get; set; } = () => null;

    /// <summary>Called after the engine has accepted, before the runner is told: where a process may die.</summary>
    public Action AfterAccepting { get; set; } = () => { };

    /// <summary>Alerts that were really launched, as the moments of their keys.</summary>
    public List<string> Launched => [.. _launched.Keys.Select(key => new DateTime(long.Parse(key.Split(':')[2], System.Globalization.CultureInfo.InvariantCulture)).ToString("dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture))];

    public int Tries { get; private set; }

    public ScheduleRunner Runner => _runner ??= Build();

    public async Task<ScheduledAlertId> PlanAsync(Recurrence recurrence, LateLaunch late = default, DateTimeOffset? eventAt = null, params TimeSpan[] remindBefore)
    {
        var plan = new SchedulePlan
        {
            Schedule = new Schedule { Recurrence = recurrence, TimeZone = "Etc/UTC", Since = Time.GetUtcNow() },
            LateLaunch = late,
            EventAt = eventAt,
            RemindBefore = remindBefore,
        };
        var alert = new ScheduledAlert
        {
            Id = ScheduledAlertId.New(Time),
            Organisation = OrganisationId.New(Time),
            Launch = new PlannedLaunch
            {
                Kind = AlertKind.Real,
                Title = "River",
                Message = new AlertMessage { Id = MessageId.New(Time), Texts = [new MessageText { Language = "fr", Text = "Montez." }] },
                Policy = "alert",
                Lifetime = TimeSpan.FromHours(1),
                Audience = Array.Empty<Contact>(),
                TimeZone = "Etc/UTC",
            },
            Plan = plan,
            CreatedBy = "clerk",
            CreatedAt = Time.GetUtcNow(),
        };
        await Store.AcceptAsync(new ScheduleOrder(alert, plan.NextAfter(Time.GetUtcNow())!.Value, "key", "print"), CancellationToken.None);
        return alert.Id;
    }

    /// <summary>The process ends and another one begins with the same store and the same alerts.</summary>
    public void Restart() => _runner = null;

    /// <summary>Lets time pass as the runner lives it: it sleeps as long as it said and looks again.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var left = time;
        while (true)
        {
            var sleep = await Runner.TurnAsync(CancellationToken.None);
            if (sleep > left)
            {
                Time.Advance(left);
                return;
            }

            Time.Advance(sleep);
            left -= sleep;
        }
    }

    public List<(OccurrenceOutcome Outcome, MissReason Reason)> Outcomes(ScheduledAlertId alert) =>
        [.. Store.Records(alert).Select(record => (record.Outcome, record.Reason))];

    public async ValueTask DisposeAsync()
    {
        if (_runner is not null)
        {
            await _runner.DisposeAsync();
        }
    }

    private ScheduleRunner Build() => new(Store, LaunchAsync, Time, NullLogger<ScheduleRunner>.Instance);

    private Task<LaunchResult> LaunchAsync(ScheduledAlert alert, Occurrence occurrence, CancellationToken ct)
    {
        Tries++;
        if (Answer() is { } prepared)
        {
            return Task.FromResult(prepared);
        }

        var key = ScheduledAlert.LaunchKey(alert.Id, occurrence);
        var isNew = _launched.TryAdd(key, AlertId.New(Time));
        AfterAccepting();
        return Task.FromResult(new LaunchResult(isNew ? LaunchVerdict.Accepted : LaunchVerdict.AlreadyAccepted, _launched[key], []));
    }
}
