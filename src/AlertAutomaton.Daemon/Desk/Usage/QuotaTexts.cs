using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Daemon.Texts;

namespace AlertAutomaton.Daemon.Desk.Usage;

/// <summary>Limits as operators read them: what, how much, and which option.</summary>
internal static class QuotaTexts
{
    /// <summary>One limit.</summary>
    public static string Line(QuotaLimitResource limit, string currency, OperatorTexts texts) =>
        texts.Format("quota." + limit.Limit, limit.Used, limit.Expected, limit.Most, currency);

    /// <summary>Why a launch is refused, and the mend.</summary>
    public static string Refusal(QuotaResource quota, string currency, OperatorTexts texts) => texts.Format(
        "quota.refused", string.Join(' ', quota.Limits.Where(limit => limit.State is "over").Select(limit => Line(limit, currency, texts))));
}
