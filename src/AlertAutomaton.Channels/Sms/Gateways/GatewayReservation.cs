using AlertAutomaton.Alerting.Channels;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A place in a gateway's window, held for one text.</summary>
public sealed class GatewayReservation : ILineReservation
{
    private readonly GatewayPool _pool;
    private readonly int _place;
    private int _segments = 1;
    private int _given;

    internal GatewayReservation(GatewayPool pool, int place, ISmsGateway gateway)
    {
        _pool = pool;
        _place = place;
        Gateway = gateway;
    }

    /// <summary>Who carries the text.</summary>
    public ISmsGateway Gateway { get; }

    /// <inheritdoc/>
    public string Line => Gateway.Options.Name;

    /// <summary>Always null: the sender is the gateway's own, it does not follow the recipient.</summary>
    public string? CallerId => null;

    /// <inheritdoc/>
    public bool IsHeld => Volatile.Read(ref _given) == 0;

    /// <summary>Says how many segments the text has: the contract's rate counts them, not texts.</summary>
    /// <param name="segments">1 or more; told at most once.</param>
    public void Charge(int segments)
    {
        _segments = segments;
        _pool.Charge(_place, segments - 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _given, 1) == 0)
        {
            _pool.Release(_place, _segments);
        }
    }
}
