namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>When traffic moves from one gateway to another.</summary>
public sealed record GatewaySwitchOptions
{
    /// <summary>How far back texts are looked at.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A text without a receipt for longer than this was slow.</summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The share of slow texts from which a gateway is slow, 0 to 1.</summary>
    public double SlowShare { get; init; } = 0.15;

    /// <summary>The share under which a slow gateway is well again: less than <see cref="SlowShare"/>, so that it does not flicker.</summary>
    public double WellShare { get; init; } = 0.10;

    /// <summary>With fewer texts than this a share says nothing, and the gateway counts as well.</summary>
    public int FewestTexts { get; init; } = 20;

    /// <summary>The least time between two moves; a move away from a gateway that is down is never held back.</summary>
    public TimeSpan BetweenMoves { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a better gateway must have been up and not slow before traffic moves back to it.</summary>
    public TimeSpan WellFor { get; init; } = TimeSpan.FromMinutes(5);
}
