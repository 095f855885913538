using System.Runtime.CompilerServices;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Stores;
using AlertAutomaton.Contracts.Phones;
using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Desk.Phones;
using AlertAutomaton.Daemon.Hosting;
using AlertAutomaton.Daemon.Hosting.Mapping;
using AlertAutomaton.Daemon.Http.Security;
using AlertAutomaton.Daemon.Texts;
using AlertAutomaton.Storage.DataDirectories;
using AlertAutomaton.Storage.Sqlite.Desk;
using AlertAutomaton.Storage.Sqlite.Migrations;
using DutyOptions = AlertAutomaton.Daemon.Configuration.Options.DutyOptions;

namespace AlertAutomaton.Daemon.CommandLine.Checks;

/// <summary>Is somebody on duty, now and in the week to come, and can everybody in the roster be phoned?</summary>
internal sealed class DutyCheck(TimeProvider time) : ICheck
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    public async IAsyncEnumerable<CheckLine> RunAsync(DaemonOptions options, OperatorTexts texts, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (!DutyMapping.HasPeople(options.Duty))
        {
            yield break;
        }

        var area = texts["check.duty"];
        var (operators, unread) = await ReadAsync(options, texts, cancel);
        if (unread is not null)
        {
            yield return new CheckLine(area, CheckStatus.Warn, texts.Format("check.duty.unread", unread));
            yield break;
        }

        foreach (var line in People(options.Duty, operators, area, texts).Concat(Times(options, operators, area, texts)))
        {
            yield return line;
        }
    }

    private static IEnumerable<CheckLine> People(DutyOptions duty, IReadOnlyList<OperatorResource> operators, string area, OperatorTexts texts)
    {
        foreach (var number in DutyMapping.Numbers(duty))
        {
            var who = operators.FirstOrDefault(one => one.Active && string.Equals(one.Number, number, StringComparison.Ordinal));
            if (who is null)
            {
                yield return new CheckLine(area, CheckStatus.Warn, texts.Format("check.duty.unknown", number), texts["check.duty.unknown.mend"]);
            }
            else if (who.Phone is null)
            {
                yield return new CheckLine(area, CheckStatus.Warn, texts.Format("check.duty.no-phone", number), texts["check.duty.no-phone.mend"]);
            }
            else if (!who.HasPin)
            {
                yield return new CheckLine(area, CheckStatus.Warn, texts.Format("check.duty.no-pin", number), texts.Format("check.duty.no-pin.mend", number));
            }
        }
    }

    private IEnumerable<CheckLine> Times(DaemonOptions options, IReadOnlyList<OperatorResource> operators, string area, OperatorTexts texts)
    {
        var active = operators.Where(who => who.Active).ToList();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.Organisation.TimeZone);
        var roster = DutyMapping.Roster(options.Duty, zone, number => active.Find(who => string.Equals(who.Number, number, StringComparison.Ordinal)) is { } who ? new OperatorId(who.Id) : null);
        var now = time.GetUtcNow();
        var names = roster.OnDutyAt(now).Select(id => active.Find(who => who.Id == id.Value)!).Select(who => texts.Format("duty.person", who.Name, who.Number)).ToList();
        yield return names.Count > 0
            ? new CheckLine(area, CheckStatus.Ok, texts.Format("check.duty.now", string.Join(", ", names)))
            : new CheckLine(area, CheckStatus.Warn, texts["check.duty.nobody"], texts["check.duty.nobody.mend"]);
        if (DutyCalendar.Of(roster, now, now + Ahead).FirstOrDefault(span => span.From > now && span.Operators.Count == 0) is { } gap)
        {
            yield return new CheckLine(
                area, CheckStatus.Warn, texts.Format("check.duty.gap", TimeZoneInfo.ConvertTime(gap.From, zone), TimeZoneInfo.ConvertTime(gap.Until, zone)), texts["check.duty.nobody.mend"]);
        }
    }

    /// <summary>From the daemon that runs, else from its database; nobody where there is none yet.</summary>
    private async Task<(IReadOnlyList<OperatorResource> Operators, string? Unread)> ReadAsync(DaemonOptions options, OperatorTexts texts, CancellationToken cancel)
    {
        try
        {
            if (Directory.Exists(options.DataDirectory) && DataDirectory.IsInUse(options.DataDirectory))
            {
                return DaemonBeacon.Read(options.DataDirectory) is { } beacon && ApiToken.Read(options.DataDirectory) is { } token
                    ? (await ListAsync(new Uri(beacon.Url), token.Value, texts, cancel), null)
                    : ([], texts.Format("cli.daemon.no-beacon", options.DataDirectory));
            }

            using var opening = DataDirectory.Open(options.DataDirectory, time).Directory;
            if (opening is null || !File.Exists(opening.DeskDatabasePath))
            {
                return ([], null);
            }

            await using var database = DeskDatabase.Open(new DeskDatabaseOptions { Path = opening.DeskDatabasePath }, time);
            var all = await new SqliteOperatorStore(database).ListAsync(OrganisationIdentity.Open(opening.Path, time), cancel);
            return ([.. all.Select(who => PhoneResources.Of(who, null))], null);
        }
        catch (Exception fault) when (fault is AlertStoreException or MigrationException or DaemonUnavailableException or IOException)
        {
            return ([], fault.Message);
        }
    }

    private static async Task<IReadOnlyList<OperatorResource>> ListAsync(Uri address, string token, OperatorTexts texts, CancellationToken cancel)
    {
        using var daemon = new HttpAlertDesk(address, token, texts);
        return await daemon.Phones.ListOperatorsAsync(cancel);
    }
}
