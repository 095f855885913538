namespace AlertAutomaton.Channels.Email;

/// <summary>Hands mails to relays. Expected failures are values.</summary>
internal interface IMailTransport : IDisposable
{
    /// <summary>Hands one mail over.</summary>
    /// <param name="relay">Where to.</param>
    /// <param name="mail">The mail.</param>
    /// <param name="stop">Ends the attempt; what was seen until then is told.</param>
    Task<MailSubmission> SubmitAsync(MailRelayOptions relay, OutgoingMail mail, CancellationToken stop);

    /// <summary>Whether the relay takes our login; null when that could not be found out.</summary>
    Task<bool?> TakesLoginAsync(MailRelayOptions relay, CancellationToken stop);
}
