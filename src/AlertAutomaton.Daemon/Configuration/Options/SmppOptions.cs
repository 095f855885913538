namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Text messages: the gateways that carry them.</summary>
internal sealed record SmppOptions
{
    /// <summary>SMPP gateways to which the daemon is bound; without one no texts are sent.</summary>
    public IReadOnlyList<SmppGatewayOptions> Gateways { get; init; } = [];
}
