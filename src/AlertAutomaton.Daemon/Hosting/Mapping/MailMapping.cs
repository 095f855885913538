using AlertAutomaton.Channels.Email;
using AlertAutomaton.Daemon.Configuration.Options;

namespace AlertAutomaton.Daemon.Hosting.Mapping;

/// <summary>The configured relay as the mail channel takes it.</summary>
internal static class MailMapping
{
    /// <param name="mail">The relay; its host is not empty.</param>
    /// <param name="organisation">Who warns, as residents know it.</param>
    /// <param name="linkBase">What stands before the acknowledgement links; null: no links.</param>
    public static EmailChannelOptions Map(MailOptions mail, string organisation, Uri? linkBase) => new()
    {
        Relays =
        [
            new MailRelayOptions
            {
                Host = mail.Host,
                Port = mail.Port,
                Security = mail.Security is "None" ? MailRelaySecurity.None : MailRelaySecurity.StartTls,
                User = mail.Username.Length == 0 ? null : mail.Username,
                Password = mail.Password.Length == 0 ? null : mail.Password,
                Connections = mail.Connections,
                MailsPerSecond = mail.MailsPerSecond,
            },
        ],
        From = mail.From,
        FromName = organisation,
        ReplyTo = mail.ReplyTo.Length == 0 ? null : mail.ReplyTo,
        BounceAddress = mail.BounceAddress.Length == 0 ? null : mail.BounceAddress,
        LinkBase = linkBase,
    };
}
