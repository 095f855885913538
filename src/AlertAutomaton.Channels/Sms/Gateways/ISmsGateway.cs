using System.Diagnostics.CodeAnalysis;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>The connection to one SMSC, as the SMS channel needs it. Safe for concurrent use.</summary>
public interface ISmsGateway
{
    /// <summary>Raised, on any thread, when <see cref="IsUp"/> has changed, or when a text that was refused for want of room would be taken now.</summary>
    [SuppressMessage("Design", "MA0046", Justification = "A wake-up without sender or data.")]
    event Action? StateChanged;

    /// <summary>What is configured.</summary>
    GatewayOptions Options { get; }

    /// <summary>Bound and answering.</summary>
    bool IsUp { get; }

    /// <summary>Hands a text over and waits for the answers.</summary>
    /// <param name="text">The text.</param>
    /// <param name="stop">
    /// Cancelled when the text must not leave any more. What has been written to the SMSC by then is waited for all the same: giving up on its
    /// answer would leave a text in the world that nobody knows of.
    /// </param>
    /// <returns>The answer; expected failures are answers.</returns>
    Task<GatewayAnswer> SubmitAsync(OutgoingText text, CancellationToken stop);

    /// <summary>Says who takes what comes in; told before the connection is made.</summary>
    /// <param name="listener">The one listener.</param>
    void Listen(IGatewayListener listener);
}
