using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Storage.Health;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>How every part of the machine is now, for the watch over it. For one reader.</summary>
internal sealed class MachineReadings(
    TelephonyService telephony, EngineTexts? texting, SqliteAlertStore store, DeskDatabase desk, AlertService service, EngineSchedules schedules, string dataDirectory, TimeProvider time)
{
    /// <summary>Below it a big alert may fill the disk; the same as <c>check</c> warns at.</summary>
    private const long EnoughBytes = 1L << 30;

    private readonly TrunkTroubles _trunks = new();
    private readonly ClockStep _clock = new(time);

    public IReadOnlyList<SystemReading> Read()
    {
        var health = service.Health;
        var condition = store.Health.Condition;
        var full = condition == StoreCondition.DiskFull || health.NeedsSpace;
        return
        [
            .. _trunks.Read([.. telephony.Trunks.Select(trunk => (trunk.Name, trunk.Health is TrunkHealth.Down or TrunkHealth.Unregistered))]),
            .. (texting?.Status() ?? []).Select(gateway => new SystemReading(SystemComponent.Gateway, gateway.Name, gateway.State is not "down")),
            new(SystemComponent.Store, "", full || (condition is (StoreCondition.Ready or StoreCondition.Closed) && health.CanWork && desk.Fault is null)),
            new(SystemComponent.DiskFull, "", !full),
            new(SystemComponent.DiskLow, "", full || Free() >= EnoughBytes),
            new(SystemComponent.Clock, "", !_clock.Look()),
            new(SystemComponent.Schedule, "", schedules.Health.Trouble is null),
        ];
    }

    private long Free()
    {
        try
        {
            return new DriveInfo(dataDirectory).AvailableFreeSpace;
        }
        catch (IOException)
        {
            // The disk itself is in trouble: the store says so.
            return long.MaxValue;
        }
    }
}
