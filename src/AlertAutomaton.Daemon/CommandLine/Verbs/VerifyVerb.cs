using System.CommandLine;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Contracts.Verification;
using AlertAutomaton.Daemon.CommandLine.Daemons;
using AlertAutomaton.Daemon.Desk;
using AlertAutomaton.Storage.DataDirectories;
using AlertAutomaton.Storage.Sqlite;
using AlertAutomaton.Storage.Verification;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlertAutomaton.Daemon.CommandLine.Verbs;

/// <summary>
/// <c>verify FILE</c> checks a sealed journal; <c>verify ID</c> checks an alert in the store, its rows compared with its journal,
/// and with <c>--seal FILE</c> writes the sealed journal.
/// </summary>
internal static class VerifyVerb
{
    public static Command Build(VerbSupport support)
    {
        var subject = new Argument<string>("file-or-id") { Description = support.Texts["cli.verify.subject"] };
        var config = support.Config();
        var seal = new Option<string?>("--seal") { Description = support.Texts["cli.verify.seal"], HelpName = "FILE" };
        var command = new Command("verify", support.Texts["cli.verify"]) { subject, config, seal };
        support.Run(command, async (context, parsed, cancel) =>
        {
            var what = parsed.GetValue(subject)!;
            if (!AlertId.TryParse(what, out var alert))
            {
                return await VerifyFileAsync(context, what, cancel);
            }

            if (ConfigurationLoading.Load(context, CommandContext.Value(parsed, config)) is not { } options)
            {
                return ExitCode.InvalidInput;
            }

            try
            {
                using var daemon = DaemonFinder.Find(context, options, url: null);
                return daemon is not null
                    ? await VerifyRunningAsync(context, daemon, alert.Value, parsed.GetValue(seal), cancel)
                    : await VerifyStoredAsync(context, options.DataDirectory, alert, parsed.GetValue(seal), cancel);
            }
            catch (DaemonUnavailableException unavailable)
            {
                return context.FailWith(ExitCode.Unavailable, unavailable.Message);
            }
        });
        return command;
    }

    private static async Task<int> VerifyRunningAsync(CommandContext context, HttpAlertDesk daemon, Guid alert, string? seal, CancellationToken cancel)
    {
        if (await daemon.VerifyAsync(alert, cancel) is not { } report)
        {
            return context.Fail(ExitCode.InvalidInput, "cli.alerts.unknown", alert);
        }

        if (seal is not null)
        {
            await using var output = File.Create(seal);
            await daemon.ExportJournalAsync(alert, output, cancel);
        }

        return Report(context, report);
    }

    private static async Task<int> VerifyFileAsync(CommandContext context, string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            return context.Fail(ExitCode.InvalidInput, "cli.verify.no-file", file);
        }

        await using var input = File.OpenRead(file);
        return Report(context, Verifications.Of(await SealedJournal.VerifyAsync(input, cancel)));
    }

    private static async Task<int> VerifyStoredAsync(CommandContext context, string dataDirectory, AlertId alert, string? seal, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(dataDirectory, "alertautomaton.db")))
        {
            return context.Fail(ExitCode.InvalidInput, "cli.verify.no-store", dataDirectory);
        }

        // Held while it is read: a daemon that starts now waits for nothing and says who holds it.
        var opening = DataDirectory.Open(dataDirectory, context.Time);
        using var held = opening.Directory;
        if (held is null)
        {
            return context.FailWith(ExitCode.Unavailable, opening.Explanation);
        }

        await using var store = SqliteAlertStore.Open(
            new SqliteStoreOptions { DatabasePath = held.DatabasePath, BallastBytes = 0 }, context.Time, NullLoggerFactory.Instance);
        if (await store.GetAlertAsync(alert, cancel) is null)
        {
            return context.Fail(ExitCode.InvalidInput, "cli.alerts.unknown", alert);
        }

        if (seal is not null)
        {
            await using var output = File.Create(seal);
            await SealedJournal.ExportAsync(store, alert, output, context.Time, cancel);
        }

        return Report(context, Verifications.Of(await JournalVerifier.VerifyAsync(store, alert, cancel)));
    }

    private static int Report(CommandContext context, VerificationResource report)
    {
        if (context.Json)
        {
            context.WriteJson(report);
        }
        else if (report.Sound)
        {
            context.Say("cli.verify.sound", report.Title, report.Entries, report.FinalHash);
        }
        else
        {
            context.Say("cli.verify.broken", report.FaultPlace, report.Fault);
        }

        return report.Sound ? ExitCode.Success : ExitCode.CheckFailed;
    }
}
