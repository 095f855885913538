namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>Takes what gateways bring in. Safe for concurrent use.</summary>
public interface IGatewayListener
{
    /// <summary>Takes a receipt.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <returns>True: answer the SMSC with OK; false: answer with a temporary error, so that it repeats it.</returns>
    Task<bool> TakeReceiptAsync(GatewayReceipt receipt);

    /// <summary>Takes a text from a resident.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it is on disk, or was already: answer with OK; false: answer with a temporary error, so that it is repeated.</returns>
    Task<bool> TakeTextAsync(GatewayText text);
}
