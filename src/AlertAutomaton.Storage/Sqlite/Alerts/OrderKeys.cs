using AlertAutomaton.Alerting.Identifiers;

namespace AlertAutomaton.Storage.Sqlite.Alerts;

/// <summary>Lets one order per idempotency key in at a time: the second asks only when the first is on disk or given up.</summary>
internal sealed class OrderKeys
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(OrganisationId Organisation, string Key), TaskCompletionSource> _taken = [];

    public async Task TakeAsync(OrganisationId organisation, string key, CancellationToken cancellation)
    {
        while (true)
        {
            Task inFront;
            lock (_gate)
            {
                if (!_taken.TryGetValue((organisation, key), out TaskCompletionSource? other))
                {
                    _taken.Add((organisation, key), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                    return;
                }

                inFront = other.Task;
            }

            await inFront.WaitAsync(cancellation);
        }
    }

    public void Release(OrganisationId organisation, string key)
    {
        TaskCompletionSource? taken;
        lock (_gate)
        {
            _taken.Remove((organisation, key), out taken);
        }

        taken?.SetResult();
    }
}
