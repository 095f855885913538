namespace AlertAutomaton.Storage.Tests.Sqlite;

/// <summary>Notes how far an order is, on the thread that reports it.</summary>
internal sealed class ProgressNote : IProgress<int>
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _written;

    public Task First => _first.Task;

    public int Written => Volatile.Read(ref _written);

    public Action? WhenFirst { get; init; }

    public void Report(int value)
    {
        Volatile.Write(ref _written, value);
        if (_first.TrySetResult())
        {
            WhenFirst?.Invoke();
        }
    }
}
