using System.Globalization;
using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;

namespace AlertAutomaton.Alerting.Usage;

/// <summary>Where all limits stand.</summary>
/// <param name="Findings">One per limit that is set.</param>
public sealed record QuotaJudgement(IReadOnlyList<QuotaFinding> Findings)
{
    /// <summary>The worst of the findings.</summary>
    public QuotaVerdict Verdict => Findings.Count == 0 ? QuotaVerdict.Under : Findings.Max(finding => finding.Verdict);

    /// <summary>Judges every limit that is set. Pure.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="month">What was used this month.</param>
    /// <param name="hour">What was used within the last sixty minutes.</param>
    /// <param name="expected">What a launch is expected to add; <see cref="UsageFigures.None"/> when there is none.</param>
    /// <returns>The judgement.</returns>
    public static QuotaJudgement Of(QuotaLimits limits, UsageFigures month, UsageFigures hour, UsageFigures expected)
    {
        var findings = new List<QuotaFinding>();
        Judge(QuotaSubject.MonthlySegments, limits.MonthlySegments, month.Segments, expected.Segments);
        Judge(QuotaSubject.MonthlyCallMinutes, limits.MonthlyCallMinutes, Minutes(month), Minutes(expected));
        Judge(QuotaSubject.MonthlyMails, limits.MonthlyMails, month.Mails, expected.Mails);
        Judge(QuotaSubject.MonthlyAmount, limits.MonthlyAmount, month.Amount, expected.Amount);
        Judge(QuotaSubject.HourlyCalls, limits.HourlyCalls, hour.CallsBegun, expected.CallsBegun);
        Judge(QuotaSubject.HourlyAmount, limits.HourlyAmount, hour.Amount, expected.Amount);
        return new QuotaJudgement(findings);

        void Judge(QuotaSubject subject, decimal? limit, decimal used, decimal more)
        {
            if (limit is { } most)
            {
                var verdict = used + more > most ? QuotaVerdict.Over
                    : used + more > most * limits.WarnAtPercent / 100 ? QuotaVerdict.Warned
                    : QuotaVerdict.Under;
                findings.Add(new QuotaFinding(subject, used, more, most, verdict));
            }
        }
    }

    /// <summary>Whether a launch may go on. A vital real alert always may.</summary>
    /// <param name="kind">Real, exercise or test.</param>
    /// <param name="purpose">What it is for.</param>
    /// <returns>False when it is refused for a limit.</returns>
    public bool Allows(AlertKind kind, AlertPurpose purpose) =>
        Verdict != QuotaVerdict.Over || (kind == AlertKind.Real && purpose == AlertPurpose.Vital);

    /// <summary>The limits that are gone over, for the journal.</summary>
    /// <returns>Null when none is.</returns>
    public string? Describe()
    {
        var over = Findings.Where(finding => finding.Verdict == QuotaVerdict.Over).Select(finding => string.Create(
            CultureInfo.InvariantCulture, $"{finding.Subject}: {finding.Used:0.##} used, {finding.Expected:0.##} expected, limit {finding.Limit:0.##}"));
        return string.Join("; ", over) is { Length: > 0 } text ? text : null;
    }

    private static decimal Minutes(UsageFigures figures) => figures.CallSeconds / 60m;
}
