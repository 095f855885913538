using AlertAutomaton.Alerting.Texts;

namespace AlertAutomaton.Channels.Sms.Replies;

/// <summary>
/// Works on texts beside each other, those of one sender in order, each at most once at a time. Bounded: what does not fit stays open on disk
/// and is taken up by the next sweep. Thread-safe.
/// </summary>
/// <param name="work">Works on a text; never throws.</param>
/// <param name="most">How many texts wait or are worked on at one time.</param>
internal sealed class SenderQueues(Func<InboundText, Task> work, int most = 10_000)
{
    private readonly Lock _gate = new();
    private readonly HashSet<Guid> _inWork = [];
    private readonly Dictionary<string, Queue<InboundText>> _waiting = new(StringComparer.Ordinal);
    private TaskCompletionSource _idle = Completed();

    /// <summary>Completes when nothing waits and nothing is worked on.</summary>
    public Task WhenIdle
    {
        get
        {
            lock (_gate)
            {
                return _idle.Task;
            }
        }
    }

    public void Add(InboundText text)
    {
        lock (_gate)
        {
            if (_inWork.Count >= most || !_inWork.Add(text.Id))
            {
                return;
            }

            if (_waiting.TryGetValue(text.From, out var queue))
            {
                queue.Enqueue(text);
                return;
            }

            if (_waiting.Count == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            _waiting.Add(text.From, new Queue<InboundText>([text]));
        }

        _ = RunAsync(text.From);
    }

    private static TaskCompletionSource Completed()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private async Task RunAsync(string sender)
    {
        await Task.Yield();
        while (true)
        {
            InboundText? next;
            lock (_gate)
            {
                if (!_waiting[sender].TryDequeue(out next))
                {
                    _waiting.Remove(sender);
                    if (_waiting.Count == 0)
                    {
                        _idle.TrySetResult();
                    }

                    return;
                }
            }

            await work(next);
            lock (_gate)
            {
                _inWork.Remove(next.Id);
            }
        }
    }
}
