using AlertAutomaton.Alerting.Channels;
using AlertAutomaton.Alerting.Forecasts;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Status;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Telephony;
using AlertAutomaton.Telephony.Trunks;

namespace AlertAutomaton.Daemon.Desk;

/// <summary>Trunks, gateways and the mail relay as the desk shows them.</summary>
internal sealed class EngineLines(TelephonyService telephony, EngineTexts? texting, EngineMail? mailing)
{
    public ChannelCapacity Capacity => new(telephony.Lines.Channels, telephony.Lines.CallsPerSecond);

    public IReadOnlyList<TrunkStatus> Trunks() =>
    [
        .. telephony.Trunks.Select(trunk => new TrunkStatus
        {
            Name = trunk.Name,
            State = StateOf(trunk.Health),
            Channels = trunk.Channels,
            InUse = trunk.InUse,
            CallsPerSecond = trunk.CallsPerSecond,
            Detail = trunk.Trouble,
        }),
    ];

    public IReadOnlyList<GatewayStatus> Gateways() => texting?.Status() ?? [];

    /// <summary>What the mail relay says; null where none is set up, empty while all is well.</summary>
    public string? MailTrouble => mailing is null ? null : string.Join(", ", mailing.TroubledRelays);

    public ForecastResource Resource(DeliveryForecast forecast, TimeSpan messageLength) => new()
    {
        Recipients = forecast.Recipients,
        Channels = Capacity.Lines,
        CallsPerSecond = Math.Min(Capacity.StartsPerSecond, 1_000_000),
        CallsPerMinute = Math.Round(Math.Min(forecast.CallsPerMinute, 60_000_000), 1),
        MessageSeconds = Math.Round(messageLength.TotalSeconds, 1),
        FirstPassSeconds = Math.Round(forecast.FirstPass.TotalSeconds),
        TotalSeconds = Math.Round(forecast.AllPasses.TotalSeconds),
        TotalSecondsAtLeast = forecast.AllPassesAtLeast is { } least ? Math.Round(least.TotalSeconds) : null,
        TotalSecondsAtMost = forecast.AllPassesAtMost is { } most ? Math.Round(most.TotalSeconds) : null,
        Attempts = forecast.Attempts,
        ReachedByFirstPass = forecast.ReachedByFirstPass,
        Reached = forecast.Reached,
        LimitedBy = AlertResources.Word(forecast.LimitedBy),
        EndsByLifetime = forecast.EndsByLifetime,
    };

    public static string StateOf(TrunkHealth health) => health switch
    {
        TrunkHealth.Up => "up",
        TrunkHealth.Unknown => "unknown",
        _ => "down",
    };
}
