using AlertAutomaton.Telephony.Calls;

namespace AlertAutomaton.Telephony.Trunks;

/// <summary>
/// One reserved channel of one trunk: good for one call. It is given back by itself the moment the call has ended, or by <see cref="Dispose"/>.
/// </summary>
public sealed class TrunkLine : IDisposable
{
    private readonly TrunkLines _owner;
    private int _state;

    internal TrunkLine(TrunkLines owner, TrunkState trunk, string callerId, int inUseAtStart)
    {
        _owner = owner;
        State = trunk;
        CallerId = callerId;
        InUseAtStart = inUseAtStart;
    }

    /// <summary>The trunk's name.</summary>
    public string Trunk => State.Options.Name;

    /// <summary>The number that the callee will see, E.164.</summary>
    public string CallerId { get; }

    /// <summary>True until the channel is given back; false before anybody else can reserve it.</summary>
    public bool IsHeld => Volatile.Read(ref _state) != 2;

    internal TrunkState State { get; }

    /// <summary>How many calls the trunk carried with this one, for learning its limit.</summary>
    internal int InUseAtStart { get; }

    /// <summary>True for a call that came in.</summary>
    internal bool IsIncoming { get; init; }

    /// <summary>True between the sending of the INVITE and the first thing heard of it. Needs the lock of <see cref="TrunkLines"/>.</summary>
    internal bool AwaitsWord { get; set; }

    /// <summary>When its INVITE was due on the wire. Needs the lock of <see cref="TrunkLines"/>.</summary>
    internal TimeSpan SentAt { get; set; }

    /// <summary>
    /// Calls a number and waits until somebody answers or the call is over. Never throws for what happens on the network.
    /// </summary>
    /// <param name="number">E.164 with '+'.</param>
    /// <param name="options">Ring time and limits.</param>
    /// <param name="ct">Withdraws the call (CANCEL) while it rings.</param>
    /// <exception cref="InvalidOperationException">The line has been used or given back.</exception>
    public Task<CallPlacement> PlaceAsync(string number, PlaceOptions options, CancellationToken ct)
    {
        if (Interlocked.CompareExchange(ref _state, 1, 0) != 0)
        {
            throw new InvalidOperationException("A line carries one call; reserve another.");
        }

        return _owner.Placer.PlaceAsync(this, number, options, ct);
    }

    /// <summary>Gives the channel back when no call was placed on it. A placed call gives it back by itself when it ends.</summary>
    public void Dispose()
    {
        if (Interlocked.CompareExchange(ref _state, 2, 0) == 0)
        {
            _owner.Release(this);
        }
    }

    /// <summary>Marks the line as used by a call that came in.</summary>
    internal void Take() => Interlocked.CompareExchange(ref _state, 1, 0);

    /// <summary>The placed call is over.</summary>
    internal void CallEnded()
    {
        if (Interlocked.CompareExchange(ref _state, 2, 1) == 1)
        {
            _owner.Release(this);
        }
    }
}
