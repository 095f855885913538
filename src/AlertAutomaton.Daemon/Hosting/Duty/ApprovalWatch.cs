using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Duty;
using AlertAutomaton.Alerting.Identifiers;
using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Duty;

namespace AlertAutomaton.Daemon.Hosting.Duty;

/// <summary>Gives requests for a second person that nobody decided for too long to the duty chain, and takes them back when somebody did.</summary>
internal sealed class ApprovalWatch(IDraftStore drafts, OrganisationId organisation, AlarmDesk alarms, DutyDesk? duty, TimeSpan patience, TimeProvider time, ILogger log) : IAsyncDisposable
{
    /// <summary>The name of what is written about such a request.</summary>
    private const string Words = "Approval";

    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private Task _running = Task.CompletedTask;

    public void Start() => _running = RunAsync();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await LookAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // The trouble of the store is told by the watch over the machine.
                HostLog.DutyFault(log, fault, "approvals");
            }

            await Task.Delay(patience < LongestLook ? patience : LongestLook, time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync()
    {
        var open = await drafts.ListOpenAsync(organisation, _stop.Token);
        var (raise, end) = WaitingApprovals.Look(open, duty?.Matters ?? [], patience, time.GetUtcNow());
        foreach (var draft in raise)
        {
            // What somebody resolved at the console while it was undecided phones nobody again.
            var key = WaitingApprovals.KeyOf(draft.Id);
            if (!_told.Add(key))
            {
                continue;
            }

            alarms.Raise(key, Words, draft.Id.ToString());
            await (duty?.RaiseAsync(new DutyMatter
            {
                Id = DutyMatterId.New(time), Key = key, Severity = WaitingApprovals.SeverityOf(draft), Words = DutyPromptNames.DraftWaits, Since = draft.SubmittedAt ?? time.GetUtcNow(),
            }) ?? Task.FromResult(true));
        }

        foreach (var key in end)
        {
            await (duty?.EndAsync(key, "decided") ?? Task.FromResult(true));
        }

        var pending = open.Where(draft => draft.State == DraftState.Pending).Select(draft => WaitingApprovals.KeyOf(draft.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var key in _told.Where(key => !pending.Contains(key)).ToList())
        {
            _told.Remove(key);
            alarms.Clear(key, Words, key);
        }
    }
}
