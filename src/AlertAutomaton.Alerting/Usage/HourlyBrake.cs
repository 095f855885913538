using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>
/// What the limits of an hour do to a running alert: it is paused when one is reached, and goes on by itself when the hour has room again. A vital
/// real alert is never touched, and a pause that a person ordered is that person's to end. Pure.
/// </summary>
public static class HourlyBrake
{
    /// <summary>How the reason of a pause begins that was not ordered by a person.</summary>
    public const string Mark = "hourly limit: ";

    /// <summary>An alert goes on when no more than this percentage of every limit is used: at the limit it would be paused again after a call or two.</summary>
    public const int GoesOnAtPercent = 90;

    /// <summary>Decides.</summary>
    /// <param name="hour">Where the limits of the hour stand, nothing expected on top; others are left out of account.</param>
    /// <param name="kind">Real, exercise or test.</param>
    /// <param name="purpose">What the alert is for.</param>
    /// <param name="phase">Where it stands.</param>
    /// <param name="reason">Why it is paused.</param>
    /// <returns>What is to be done now.</returns>
    public static HourlyBrakeStep Decide(QuotaJudgement hour, AlertKind kind, AlertPurpose purpose, AlertPhase phase, string? reason)
    {
        var limits = hour.Findings.Where(finding => finding.Subject is QuotaSubject.HourlyCalls or QuotaSubject.HourlyAmount).ToList();
        var isVital = kind == AlertKind.Real && purpose == AlertPurpose.Vital;
        return phase switch
        {
            AlertPhase.Running when !isVital && limits.Exists(finding => finding.Used >= finding.Limit) => HourlyBrakeStep.Pause,
            AlertPhase.Paused when reason?.StartsWith(Mark, StringComparison.Ordinal) == true
                && limits.TrueForAll(finding => finding.Used * 100 <= finding.Limit * GoesOnAtPercent) => HourlyBrakeStep.Resume,
            _ => HourlyBrakeStep.None,
        };
    }

    /// <summary>The reason of a pause, for the journal.</summary>
    /// <param name="hour">Where the limits of the hour stand.</param>
    /// <returns>The limits that are reached, behind <see cref="Mark"/>.</returns>
    public static string ReasonOf(QuotaJudgement hour) => Mark + string.Join("; ", hour.Findings.Where(finding => finding.Used >= finding.Limit).Select(
        finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Subject} {finding.Used:0.##} of {finding.Limit:0.##}")));
}
