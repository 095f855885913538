using AlertAutomaton.Alerting.Delivery;

namespace AlertAutomaton.Daemon.Links;

/// <summary>What the pages of acknowledgement links ask of the engine.</summary>
internal interface ILinkDesk
{
    /// <summary>What a link shows. Changes nothing.</summary>
    /// <param name="token">A well-formed token.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when there is no such link, or not any more; nobody may learn which.</returns>
    /// <exception cref="Alerting.Stores.AlertStoreException">The store cannot be read now.</exception>
    Task<LinkView?> FindAsync(string token, CancellationToken cancel);

    /// <summary>Records an answer.</summary>
    /// <param name="view">What the link showed.</param>
    /// <param name="option">The answer.</param>
    /// <returns>True when it is on disk; otherwise nothing may be confirmed.</returns>
    Task<bool> AnswerAsync(LinkView view, AcknowledgementOption option);
}
