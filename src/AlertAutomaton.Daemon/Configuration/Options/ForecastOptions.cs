using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>What forecasts assume before an alert has shown anything; while it runs, what it shows counts.</summary>
internal sealed record ForecastOptions
{
    /// <summary>Seconds from the call to the answer.</summary>
    [Range(0, 60)]
    public double RingSeconds { get; init; } = 20;

    /// <summary>Seconds from the end of the message to the key and the read-back.</summary>
    [Range(0, 60)]
    public double KeySeconds { get; init; } = 15;

    /// <summary>Share of households that the first call reaches; the second reaches a quarter of that share of the rest.</summary>
    [Range(0, 1)]
    public double ReachedAtFirst { get; init; } = 0.5;

    /// <summary>Share of first calls that a machine takes; later calls that reach nobody meet machines as often.</summary>
    [Range(0, 1)]
    public double VoicemailAtFirst { get; init; } = 0.16;

    /// <summary>Of those who are reached, the share that listens to the end and presses nothing.</summary>
    [Range(0, 1)]
    public double SilentShare { get; init; } = 0.1;

    /// <summary>Share of texted households that answer the text; who answers before the first call is not called.</summary>
    [Range(0, 1)]
    public double TextsAnswered { get; init; } = 0.15;

    /// <summary>Seconds from a text to its answer.</summary>
    [Range(0, 3600)]
    public double TextAnswerSeconds { get; init; } = 90;

    /// <summary>Share of mailed households that answer by the link in the mail.</summary>
    [Range(0, 1)]
    public double MailsAnswered { get; init; } = 0.03;

    /// <summary>Seconds from a mail to its answer.</summary>
    [Range(0, 86400)]
    public double MailAnswerSeconds { get; init; } = 600;

    /// <summary>True: rates that earlier alerts have shown replace the shares above once there are enough of them.</summary>
    public bool LearnFromPastAlerts { get; init; } = true;
}
