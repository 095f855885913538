using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Inbound;

namespace AlertAutomaton.Daemon.Hosting;

/// <summary>Lets calls in until it is closed; then ends those that are there, before what they work with goes away.</summary>
internal sealed class ClosingListener(IInboundCallListener inner, TimeProvider time) : IInboundCallListener, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _closing = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _calls;
    private bool _closed;

    public bool Accepts(InboundCallInfo info) => !_closing.IsCancellationRequested && inner.Accepts(info);

    public async Task AnswerAsync(Call call, InboundCallInfo info, CancellationToken stop)
    {
        if (!TryEnter())
        {
            await call.HangUpAsync();
            return;
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _closing.Token);
            await inner.AnswerAsync(call, info, either.Token);
        }
        finally
        {
            Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (_calls == 0)
            {
                _empty.TrySetResult();
            }
        }

        await _closing.CancelAsync();
        await Task.WhenAny(_empty.Task, Task.Delay(Patience, time));
        _closing.Dispose();
    }

    private bool TryEnter()
    {
        lock (_gate)
        {
            _calls += _closed ? 0 : 1;
            return !_closed;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_calls == 0 && _closed)
            {
                _empty.TrySetResult();
            }
        }
    }
}
