using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Alerting.Messages;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Alerting.Scenarios;
using AlertAutomaton.Alerting.Schedules;
using AlertAutomaton.Alerting.Stores;

namespace AlertAutomaton.Daemon.Desk.Launching;

/// <summary>
/// Which recordings something still needs: scenarios, planned alerts that are not over, recordings under a number (drafts name those), and
/// every alert on file, so that what was said can be heard again.
/// </summary>
internal sealed class RecordingUse(IAlertStore alerts, IScenarioStore scenarios, IScheduleStore schedules, IRecordingStore recordings, OrganisationId organisation)
{
    private const int PageSize = 500;

    /// <summary>The names of their files.</summary>
    /// <exception cref="AlertStoreException">A store cannot be read now: then nothing is known to be unused.</exception>
    public async Task<IReadOnlySet<string>> FilesAsync(CancellationToken cancel)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var recording in await recordings.ListAsync(organisation, cancel))
        {
            files.Add(Path.GetFileName(recording.Path));
        }

        foreach (var scenario in await scenarios.ListAsync(organisation, cancel))
        {
            Add(files, scenario.Message);
        }

        await AddPlannedAsync(files, cancel);
        await AddAlertsAsync(files, cancel);
        return files;
    }

    private static void Add(HashSet<string> files, AlertMessage message)
    {
        foreach (var path in message.Texts.SelectMany(text => new[] { text.Recording, text.VoicemailRecording }).OfType<string>())
        {
            files.Add(Path.GetFileName(path));
        }
    }

    private async Task AddPlannedAsync(HashSet<string> files, CancellationToken cancel)
    {
        string? after = null;
        do
        {
            var page = await schedules.ListAsync(new ScheduleQuery { OnlyOpen = true, After = after, Limit = PageSize }, cancel);
            foreach (var row in page.Rows)
            {
                if (await schedules.LoadAsync(row.Id, cancel) is { } planned)
                {
                    Add(files, planned.Launch.Message);
                }
            }

            after = page.Next;
        }
        while (after is not null);
    }

    private async Task AddAlertsAsync(HashSet<string> files, CancellationToken cancel)
    {
        string? after = null;
        do
        {
            var page = await alerts.ListAlertsAsync(new AlertQuery { After = after, Limit = PageSize }, cancel);
            foreach (var row in page.Rows)
            {
                Add(files, row.Alert.Message);
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
