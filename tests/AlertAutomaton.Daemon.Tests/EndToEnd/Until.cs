namespace AlertAutomaton.Daemon.Tests.EndToEnd;

/// <summary>Waits for what other processes or threads do.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        using var limit = new CancellationTokenSource(patience, TimeProvider.System);
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
