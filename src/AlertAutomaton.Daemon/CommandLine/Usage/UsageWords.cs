using AlertAutomaton.Contracts.Usage;
using AlertAutomaton.Daemon.CommandLine.Progress;
using AlertAutomaton.Daemon.Desk.Usage;

namespace AlertAutomaton.Daemon.CommandLine.Usage;

/// <summary>Counters, costs and limits in words.</summary>
internal static class UsageWords
{
    /// <summary>What was used, in one line.</summary>
    public static string Used(UsageFiguresResource figures, string currency, CommandContext context)
    {
        var texts = context.Texts;
        var parts = new List<string>();
        if (figures.CallsBegun > 0)
        {
            parts.Add(texts.Format("usage.calls", figures.CallsBegun, figures.CallsAnswered, Spans.Text(figures.CallSeconds, texts)));
        }

        if (figures.Texts > 0)
        {
            parts.Add(texts.Format("usage.texts", figures.Texts, figures.Segments));
        }

        if (figures.Mails > 0)
        {
            parts.Add(texts.Format("usage.mails", figures.Mails));
        }

        if (parts.Count > 0 && figures.Amount is { } amount)
        {
            parts.Add(texts.Format("usage.amount", amount, currency));
        }

        return parts.Count == 0 ? texts["usage.nothing"] : string.Join(", ", parts);
    }

    /// <summary>What is expected, in one line; null when nothing goes out.</summary>
    public static string? Expected(LaunchCostResource cost, CommandContext context)
    {
        var (texts, figures) = (context.Texts, cost.Expected);
        var parts = new List<string>();
        if (figures.CallsBegun > 0)
        {
            parts.Add(texts.Format("cost.calls", figures.CallsBegun, Spans.Text(figures.CallSeconds, texts)));
        }

        if (figures.Texts > 0)
        {
            parts.Add(texts.Format("cost.texts", figures.Texts, cost.SegmentsPerText, figures.Segments));
        }

        if (figures.Mails > 0)
        {
            parts.Add(texts.Format("cost.mails", figures.Mails));
        }

        if (parts.Count > 0 && figures.Amount is { } amount)
        {
            parts.Add(figures.Unpriced > 0
                ? texts.Format("cost.amount-at-least", amount, cost.Currency, figures.Unpriced)
                : texts.Format("cost.amount", amount, cost.Currency));
        }

        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>Every limit with its state.</summary>
    public static void SayLimits(CommandContext context, UsageResource usage)
    {
        foreach (var limit in context.Json ? [] : usage.Quota?.Limits ?? [])
        {
            context.Out.WriteLine($"{QuotaTexts.Line(limit, usage.Currency, context.Texts)} {context.Texts["quota.state." + limit.State]}");
        }
    }

    /// <summary>Warns of limits that an order comes near to or goes over.</summary>
    public static void Warn(CommandContext context, QuotaResource quota, string currency, bool isLaunchedAllTheSame)
    {
        foreach (var limit in quota.Limits.Where(limit => limit.State is not "under"))
        {
            context.Error.WriteLine(context.Texts.Format("quota.warning", QuotaTexts.Line(limit, currency, context.Texts)));
        }

        if (isLaunchedAllTheSame)
        {
            context.Error.WriteLine(context.Texts["quota.vital"]);
        }
    }
}
