namespace AlertAutomaton.Sip.Resolution.Dns;

/// <summary>
/// Remembers answers for their lifetime, and useful ones beyond it: when no server answers, an old address is better than no call
/// (threat F9). Bounded. Concurrent equal questions share one query. Thread-safe.
/// </summary>
internal sealed class DnsCache(Func<DnsQuestion, CancellationToken, Task<DnsAnswer>> ask, TimeProvider time, int capacity)
{
    // While no server answers, do not make every call wait for the time-out again.
    private static readonly TimeSpan StalePause = TimeSpan.FromSeconds(15);

    // One name may need five questions; silence on the first is not waited for again on the others.
    private static readonly TimeSpan SilencePause = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<DnsQuestion, CachedAnswer> _answers = [];
    private readonly Dictionary<DnsQuestion, Task<DnsAnswer>> _running = [];
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _silentUntil;

    public async Task<DnsAnswer> GetAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        Task<DnsAnswer> running;
        lock (_lock)
        {
            if (Find_NeedsLock(question) is { } cached)
            {
                return cached;
            }

            if (!_running.TryGetValue(question, out running!))
            {
                running = AskAsync(question);
                _running[question] = running;
            }
        }

        return await running.WaitAsync(cancellationToken);
    }

    // The query belongs to nobody: it goes on when one of those who wait gives up.
    private async Task<DnsAnswer> AskAsync(DnsQuestion question)
    {
        await Task.Yield();
        DnsAnswer answer;
        try
        {
            answer = await ask(question, CancellationToken.None);
        }
        catch
        {
            lock (_lock)
            {
                _running.Remove(question);
            }

            throw;
        }

        lock (_lock)
        {
            _running.Remove(question);
            return Keep_NeedsLock(question, answer);
        }
    }

    private DnsAnswer? Find_NeedsLock(DnsQuestion question)
    {
        var now = time.GetElapsedTime(_origin);
        var areSilent = now < _silentUntil;
        return _answers.TryGetValue(question, out var cached)
            ? (areSilent || now < cached.UseUntil ? cached.Answer : null)
            : areSilent ? new DnsAnswer.Unreachable() : null;
    }

    private DnsAnswer Keep_NeedsLock(DnsQuestion question, DnsAnswer answer)
    {
        var now = time.GetElapsedTime(_origin);
        if (answer is DnsAnswer.Known known)
        {
            if (_answers.Count >= capacity && !_answers.ContainsKey(question))
            {
                _answers.Remove(_answers.MinBy(item => item.Value.UseUntil).Key);
            }

            _silentUntil = TimeSpan.Zero;
            _answers[question] = new CachedAnswer(known, now + known.TimeToLive);
            return known;
        }

        _silentUntil = answer is DnsAnswer.Unreachable ? now + SilencePause : _silentUntil;

        if (_answers.TryGetValue(question, out var stale))
        {
            _answers[question] = stale with { UseUntil = now + StalePause };
            return stale.Answer;
        }

        return answer;
    }

    private sealed record CachedAnswer(DnsAnswer Answer, TimeSpan UseUntil);
}
