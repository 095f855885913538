using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Contracts.Health;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Desk.Duty;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>Whether an alert could be launched now: store, engine, prompts, and at least one trunk that is not down.</summary>
internal sealed class DeskHealth(SqliteAlertStore store, AlertService service, TelephonyService telephony, PromptCatalogue prompts, Func<ScheduleHealth> schedules, EngineTexts? texting, EngineMail? mailing, EngineVoiceServer phones, DutyConsole duty)
{
    public HealthReport Report()
    {
        var texts = new OperatorTexts(CultureInfo.CurrentUICulture);
        var components = new List<HealthComponent> { Store(), Engine(texts), Prompts(texts), Schedules() };
        var trunks = telephony.Trunks;
        if (trunks.Count == 0)
        {
            components.Add(new HealthComponent(texts["check.trunk"], "fail", texts["health.no-trunk"]));
        }

        var allDown = trunks.Count > 0 && trunks.All(trunk => trunk.Health is TrunkHealth.Down or TrunkHealth.Unregistered);
        components.AddRange(trunks.Select(trunk => Trunk(trunk, allDown)));
        components.AddRange((texting?.Status() ?? []).Select(Gateway));
        if (mailing is not null)
        {
            components.Add(new HealthComponent("mail", mailing.TroubledRelays.Count == 0 ? "ok" : "warn", mailing.TroubledRelays.Count == 0 ? null : texts["health.mail"]));
        }

        if (phones.Lines > 0)
        {
            components.Add(new HealthComponent("voice-server", "ok", texts.Format("health.voice-server", phones.Lines, phones.Callers)));
        }

        components.AddRange(Duty(texts));
        var ready = components.TrueForAll(component => component.Status is not "fail");
        return new HealthReport { Status = ready ? "ready" : "notReady", Components = components };
    }

    // Alerts can be launched whoever is on duty, so that it is a warning.
    private IEnumerable<HealthComponent> Duty(OperatorTexts texts)
    {
        if (duty.Status is not { } status)
        {
            yield break;
        }

        if (status.PeopleOnDuty is { } people)
        {
            yield return new HealthComponent("duty", people > 0 && status.OpenMatters == 0 ? "ok" : "warn", texts.Format("health.duty", people, status.OpenMatters, status.TakenMatters));
        }

        if (status.Heartbeat is { } heartbeat)
        {
            yield return new HealthComponent(
                "heartbeat",
                heartbeat.IsAlarmed || heartbeat.FailuresInRow > 0 ? "warn" : "ok",
                heartbeat.LastGood is { } good ? texts.Format("health.heartbeat", good.ToLocalTime(), heartbeat.FailuresInRow) : texts.Format("health.heartbeat.none", heartbeat.FailuresInRow));
        }
    }

    private HealthComponent Store()
    {
        var snapshot = store.Health;
        var status = snapshot.Condition switch { StoreCondition.Ready => "ok", StoreCondition.Busy => "warn", _ => "fail" };
        return new HealthComponent("store", status, status is "ok" ? null : $"{snapshot.Condition}: {snapshot.Cause}");
    }

    private HealthComponent Engine(OperatorTexts texts)
    {
        var health = service.Health;
        if (!health.CanWork)
        {
            return new HealthComponent("engine", "fail", health.StoreFault);
        }

        return health.Contradictions == 0
            ? new HealthComponent("engine", "ok", null)
            : new HealthComponent("engine", "warn", texts.Format("health.contradictions", health.Contradictions, health.LastContradiction ?? ""));
    }

    // An alert can be launched by hand while planned ones cannot.
    private HealthComponent Schedules() => new("schedules", schedules().Trouble is null ? "ok" : "warn", schedules().Trouble);

    private HealthComponent Prompts(OperatorTexts texts) => prompts.Problems.Count == 0
        ? new HealthComponent("prompts", "ok", null)
        : new HealthComponent("prompts", "warn", string.Join(" ", prompts.Problems.Take(5).Select(problem => problem.Describe(texts.Culture))));

    // Calls go on without a gateway, so it is a warning.
    private static HealthComponent Gateway(GatewayStatus gateway) => new("gateway " + gateway.Name, gateway.State is "up" ? "ok" : "warn", gateway.State is "up" ? null : gateway.Detail ?? gateway.State);

    // One trunk that works is enough to warn a town; a dead one beside it is a warning.
    private static HealthComponent Trunk(TrunkSnapshot trunk, bool allDown)
    {
        var isDown = trunk.Health is TrunkHealth.Down or TrunkHealth.Unregistered;
        return new HealthComponent("trunk " + trunk.Name, isDown ? allDown ? "fail" : "warn" : "ok", trunk.Trouble);
    }
}
