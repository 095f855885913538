using System.Collections.Concurrent;

namespace AlertAutomaton.Telephony.Calls;

/// <summary>The calls in progress, so that all can be ended at once.</summary>
internal sealed class CallRegister
{
    private readonly ConcurrentDictionary<CallSession, byte> _calls = new();

    /// <summary>How many there are.</summary>
    public int Count => _calls.Count;

    /// <summary>Keeps a call until it ends.</summary>
    public void Add(CallSession call)
    {
        _calls.TryAdd(call, 0);
        _ = call.Ending.ContinueWith(
            static (_, state) =>
            {
                var (calls, ended) = ((ConcurrentDictionary<CallSession, byte>, CallSession))state!;
                calls.TryRemove(ended, out byte _);
            },
            (_calls, call),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Calls of one trunk of which nothing was heard are given up.</summary>
    public void TrunkWentDown(string trunk)
    {
        foreach (CallSession call in _calls.Keys)
        {
            if (string.Equals(call.Line.Trunk, trunk, StringComparison.Ordinal))
            {
                call.TrunkWentDown();
            }
        }
    }

    /// <summary>Withdraws or hangs up every call and waits for their ends.</summary>
    public Task EndAllAsync(string detail)
    {
        CallSession[] calls = [.. _calls.Keys];
        foreach (CallSession call in calls)
        {
            call.Withdraw();
            call.HangUp(detail);
        }

        return Task.WhenAll(calls.Select(call => call.Ending));
    }
}
