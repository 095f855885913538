namespace AlertAutomaton.Alerting.Dispatch;

/// <summary>Counts the households that answer a text or a mail before they are called, for the forecast of the rest. Owned by the loop.</summary>
internal sealed class WrittenAnswers
{
    private static readonly TimeSpan LatelyIs = TimeSpan.FromMinutes(1);
    private readonly Queue<DateTimeOffset> _lately = new();
    private int _written;
    private int _called;

    /// <summary>Households that answered.</summary>
    public int Count { get; private set; }

    /// <summary>Households written to that have neither answered nor been called.</summary>
    public int Open => Math.Max(0, _written - _called - Count);

    /// <summary>An attempt began.</summary>
    /// <param name="number">Which attempt to its household, from 1.</param>
    /// <param name="call">Which call, from 1; 0 when it is written.</param>
    public void Began(int number, int call)
    {
        _written += number == 1 && call == 0 ? 1 : 0;
        _called += number > 1 && call == 1 ? 1 : 0;
    }

    /// <summary>A household that had no call answered.</summary>
    public void Answered(DateTimeOffset now)
    {
        Count++;
        _lately.Enqueue(now);
    }

    /// <summary>How many answered in the last minute.</summary>
    public int Lately(DateTimeOffset now)
    {
        while (_lately.TryPeek(out var first) && now - first > LatelyIs)
        {
            _lately.Dequeue();
        }

        return _lately.Count;
    }
}
