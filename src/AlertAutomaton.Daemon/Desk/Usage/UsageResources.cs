using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Policies;
using AlertAutomaton.Alerting.Usage;
using AlertAutomaton.Contracts.Usage;

namespace AlertAutomaton.Daemon.Desk.Usage;

/// <summary>Counters, costs and limits as they cross HTTP.</summary>
internal static class UsageResources
{
    // Prices have up to four decimals; what is finer than that is rounding of sums.
    private const int Decimals = 4;

    public static UsageResource Of(UsageMonth month, string timeZone, QuotaJudgement? judgement) => new()
    {
        Month = month.Month.ToString(),
        TimeZone = timeZone,
        Currency = month.Currency,
        Total = Of(month.Total, month.HasPrices),
        Lines = [.. month.Lines.Select(line => new LineUsageResource
        {
            Channel = AlertResources.Word(line.Channel),
            Line = line.Line,
            Figures = Of(line.Figures, month.HasPrices),
        })],
        Quota = judgement is null ? null : Of(judgement, isAllowed: true),
    };

    public static LaunchCostResource Of(LaunchCost cost) => new()
    {
        Expected = Of(cost.Expected, cost.HasPrices),
        Currency = cost.Currency,
        SegmentsPerText = cost.SegmentsPerText,
    };

    public static QuotaResource Of(QuotaJudgement judgement, AlertKind kind, AlertPurpose purpose) => Of(judgement, judgement.Allows(kind, purpose));

    private static QuotaResource Of(QuotaJudgement judgement, bool isAllowed) => new()
    {
        State = AlertResources.Word(judgement.Verdict),
        Allowed = isAllowed,
        Limits = [.. judgement.Findings.Select(finding => new QuotaLimitResource
        {
            Limit = AlertResources.Word(finding.Subject),
            Used = Math.Round(finding.Used, Decimals),
            Expected = Math.Round(finding.Expected, Decimals),
            Most = finding.Limit,
            State = AlertResources.Word(finding.Verdict),
        })],
    };

    private static UsageFiguresResource Of(UsageFigures figures, bool hasPrices) => new()
    {
        Texts = figures.Texts,
        Segments = figures.Segments,
        CallsBegun = figures.CallsBegun,
        CallsAnswered = figures.CallsAnswered,
        CallSeconds = figures.CallSeconds,
        Mails = figures.Mails,
        Amount = hasPrices ? Math.Round(figures.Amount, Decimals) : null,
        Unpriced = hasPrices ? figures.Unpriced : 0,
    };
}
