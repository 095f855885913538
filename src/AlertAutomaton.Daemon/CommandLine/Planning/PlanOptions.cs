using System.CommandLine;
using System.Globalization;
using AlertAutomaton.Alerting.Delivery;
using AlertAutomaton.Contracts.Alerts;
using AlertAutomaton.Contracts.Schedules;

namespace AlertAutomaton.Daemon.CommandLine.Planning;

/// <summary>The options with which <c>send</c> plans an alert instead of launching it.</summary>
internal sealed class PlanOptions
{
    private readonly Option<string?> _at;
    private readonly Option<string?> _every;
    private readonly Option<string?> _cron;
    private readonly Option<string?> _zone;
    private readonly Option<string?> _first;
    private readonly Option<string?> _last;
    private readonly Option<int?> _count;
    private readonly Option<string[]> _except;
    private readonly Option<string[]> _remind;
    private readonly Option<string?> _late;

    public PlanOptions(VerbSupport support)
    {
        var texts = support.Texts;
        _at = new Option<string?>("--at") { Description = texts["cli.plan.at"], HelpName = "\"2026-12-01 18:30\"" };
        _every = new Option<string?>("--every") { Description = texts["cli.plan.every"], HelpName = "\"monday,friday 18:30\"" };
        _cron = new Option<string?>("--cron") { Description = texts["cli.plan.cron"], HelpName = "\"30 18 * * mon\"" };
        _zone = new Option<string?>("--time-zone") { Description = texts["cli.plan.zone"], HelpName = "Europe/Paris" };
        _first = new Option<string?>("--first-date") { Description = texts["cli.plan.first"], HelpName = "DATE" };
        _last = new Option<string?>("--last-date") { Description = texts["cli.plan.last"], HelpName = "DATE" };
        _count = new Option<int?>("--count") { Description = texts["cli.plan.count"], HelpName = "N" };
        _except = new Option<string[]>("--except") { Description = texts["cli.plan.except"], HelpName = "DATE" };
        _remind = new Option<string[]>("--remind") { Description = texts["cli.plan.remind"], HelpName = "9h|2d" };
        _late = new Option<string?>("--late") { Description = texts["cli.plan.late"], HelpName = "MIN" };
        All = [_at, _every, _cron, _zone, _first, _last, _count, _except, _remind, _late];
    }

    public IReadOnlyList<Option> All { get; }

    /// <summary>True when the alert is to be planned.</summary>
    public bool IsAsked(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is not null);

    /// <summary>The order to plan, or null after what is wrong was said.</summary>
    public PlanAlertRequest? Read(CommandContext context, ParseResult parsed, LaunchAlertRequest order)
    {
        if (ReadSchedule(context, parsed) is not { } schedule)
        {
            return null;
        }

        return new PlanAlertRequest
        {
            Title = order.Title,
            Kind = order.Kind,
            Policy = order.Policy,
            LifetimeSeconds = order.LifetimeSeconds,
            Messages = order.Messages,
            Recipients = order.Recipients,
            EventAt = order.EventAt,
            Quorum = order.Quorum,
            Schedule = schedule,
            RemindBefore = parsed.GetValue(_remind) ?? [],
            LateLaunch = parsed.GetValue(_late) is { } late && late.All(char.IsAsciiDigit) ? late + "m" : parsed.GetValue(_late),
        };
    }

    private AlertSchedule? ReadSchedule(CommandContext context, ParseResult parsed)
    {
        var (at, every, cron) = (parsed.GetValue(_at), parsed.GetValue(_every), parsed.GetValue(_cron));
        if (new[] { at, every, cron }.Count(way => way is not null) != 1)
        {
            context.Fail(ExitCode.Usage, "cli.plan.one-way");
            return null;
        }

        var schedule = every is null ? new AlertSchedule { At = at, Cron = cron } : EveryText.Read(every);
        if (schedule is null)
        {
            context.Fail(ExitCode.Usage, "cli.plan.bad-every", every);
            return null;
        }

        return schedule with
        {
            TimeZone = parsed.GetValue(_zone),
            FirstDate = parsed.GetValue(_first),
            LastDate = parsed.GetValue(_last),
            Count = parsed.GetValue(_count),
            LeftOut = parsed.GetValue(_except) ?? [],
        };
    }
}
