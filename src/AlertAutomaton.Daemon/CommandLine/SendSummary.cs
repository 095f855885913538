using AlertAutomaton.Contracts.Alerts;

namespace AlertAutomaton.Daemon.CommandLine;

/// <summary>The summary of an alert for machines, as <c>send --json</c> and <c>demo --json</c> print it.</summary>
internal sealed record SendSummary
{
    public required Guid Id { get; init; }

    public bool? AlreadyAccepted { get; init; }

    public required string State { get; init; }

    public string? Ending { get; init; }

    public required int Recipients { get; init; }

    public required int Confirmed { get; init; }

    public required int ProbablyHeard { get; init; }

    public required int VoicemailOnly { get; init; }

    public required int SentOnly { get; init; }

    public required int Unreached { get; init; }

    public required int HelpRequests { get; init; }

    public required long Attempts { get; init; }

    public required double DurationSeconds { get; init; }

    public required int PeakCalls { get; init; }

    public ForecastResource? Forecast { get; init; }

    public static SendSummary Of(AlertResource alert, ForecastResource? forecast, bool? alreadyAccepted = null) => new()
    {
        Id = alert.Id,
        AlreadyAccepted = alreadyAccepted,
        State = alert.State,
        Ending = alert.Ending,
        Recipients = alert.Progress.Recipients,
        Confirmed = alert.Progress.Confirmed,
        ProbablyHeard = alert.Progress.ProbablyHeard,
        VoicemailOnly = alert.Progress.VoicemailOnly,
        SentOnly = alert.Progress.SentOnly,
        Unreached = alert.Progress.Unreached,
        HelpRequests = alert.Progress.HelpRequests,
        Attempts = alert.Progress.Attempts,
        DurationSeconds = Math.Round(alert.Progress.ElapsedSeconds, 1),
        PeakCalls = alert.Progress.PeakInFlight,
        Forecast = forecast,
    };
}
