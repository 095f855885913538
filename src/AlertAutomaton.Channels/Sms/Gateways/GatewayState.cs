namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>What changes of a gateway. Guarded by its pool's lock.</summary>
internal sealed class GatewayState(ISmsGateway gateway, GatewaySwitchOptions options)
{
    public ISmsGateway Gateway { get; } = gateway;

    public ReceiptDelays Delays { get; } = new(options);

    /// <summary>Segments on their way.</summary>
    public int InFlight { get; set; }

    /// <summary>From when on the next text may begin.</summary>
    public TimeSpan NextStart { get; set; }

    public GatewayReading Read(TimeSpan now)
    {
        var (texts, slow) = Gateway.Options.SendsReceipts ? Delays.Measure(now) : default;
        return new GatewayReading(Gateway.Options.Priority, Gateway.IsUp, texts, slow);
    }

    /// <summary>Moves the next start on by the time that segments take at the contract's rate.</summary>
    public void Pace(int segments, TimeSpan now)
    {
        if (double.IsFinite(Gateway.Options.SegmentsPerSecond))
        {
            // A timer that wakes late must not cost rate, but idle time is not saved up for a burst.
            var from = NextStart > now - GatewayPool.CatchUp ? NextStart : now - GatewayPool.CatchUp;
            NextStart = from + TimeSpan.FromSeconds(segments / Gateway.Options.SegmentsPerSecond);
        }
    }
}
