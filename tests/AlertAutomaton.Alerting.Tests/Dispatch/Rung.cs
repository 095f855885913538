using AlertAutomaton.Alerting.Channels;

namespace AlertAutomaton.Alerting.Tests.Dispatch;

/// <summary>One delivery as the channel saw it.</summary>
internal sealed record Rung(DeliveryOrder Order, string Line, string? CallerId, DateTimeOffset Begun)
{
    public DateTimeOffset? Ended { get; set; }

    public bool Confirmed { get; set; }
}
