namespace AlertAutomaton.Interop.Tests.Runs;

/// <summary>What came from a peer so far, and waiting for more. Thread-safe.</summary>
/// <param name="peer">Gives what the peer said, for the failure message.</param>
internal sealed class Gathering<T>(Func<string> peer)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly List<T> _all = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public void Add(T item)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            _all.Add(item);
            (told, _more) = (_more, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        told.SetResult();
    }

    /// <summary>Waits until as many came; gives all that came of them.</summary>
    public async Task<IReadOnlyList<T>> WaitAsync(int count, Func<T, bool>? which = null)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            Task more;
            T[] found;
            lock (_gate)
            {
                found = [.. _all.Where(which ?? (_ => true))];
                more = _more.Task;
            }

            if (found.Length >= count)
            {
                return found;
            }

            TimeSpan left = Patience - TimeProvider.System.GetElapsedTime(start);
            Assert.True(left > TimeSpan.Zero, $"{found.Length} of {count} came:\n{peer()}");
            await Task.WhenAny(more, Task.Delay(left, TimeProvider.System, TestContext.Current.CancellationToken));
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
