namespace AlertAutomaton.VoiceServer.Lines;

/// <summary>How many are on the line, with places that residents cannot take. Thread-safe.</summary>
internal sealed class CallerCount(int most, int forOperators)
{
    private readonly Lock _gate = new();
    private int _callers;

    public int Callers
    {
        get
        {
            lock (_gate)
            {
                return _callers;
            }
        }
    }

    /// <summary>Takes a place.</summary>
    public bool TryEnter(VoiceLineAudience audience)
    {
        lock (_gate)
        {
            if (_callers >= (audience == VoiceLineAudience.Residents ? most - forOperators : most))
            {
                return false;
            }

            _callers++;
            return true;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            _callers--;
        }
    }
}
