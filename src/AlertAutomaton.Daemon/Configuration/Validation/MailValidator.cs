using AlertAutomaton.Daemon.Configuration.Options;
using AlertAutomaton.Daemon.Contacts;

namespace AlertAutomaton.Daemon.Configuration.Validation;

/// <summary>Checks the mail relay and the addresses mails carry.</summary>
internal sealed class MailValidator : IAspectValidator
{
    public void Validate(DaemonOptions options, ValidationReport report)
    {
        var mail = options.Mail;
        if (mail.Host.Length == 0)
        {
            return;
        }

        Check(Uri.CheckHostName(mail.Host) != UriHostNameType.Unknown, "mail-host", "Host", mail.Host);
        Check(EmailAddressForm.IsSound(mail.From), "mail-from", "From", mail.From);
        Check(mail.ReplyTo.Length == 0 || EmailAddressForm.IsSound(mail.ReplyTo), "mail-address", "ReplyTo", mail.ReplyTo);
        Check(mail.BounceAddress.Length == 0 || EmailAddressForm.IsSound(mail.BounceAddress), "mail-address", "BounceAddress", mail.BounceAddress);
        Check(mail.Username.Length == 0 || mail.Password.Length > 0, "mail-password-missing", "Username");
        Check(mail.BounceDirectory.Length == 0 || Directory.Exists(mail.BounceDirectory), "mail-bounce-directory", "BounceDirectory", mail.BounceDirectory);
        if (mail.Username.Length > 0 && string.Equals(mail.Security, "None", StringComparison.OrdinalIgnoreCase))
        {
            report.Warning("mail-password-in-clear", "Mail.Security");
        }

        // RFC 8314 §3.3: TLS from the first byte; the framework's client begins in clear text and would wait for ever.
        Check(mail.Port != 465, "mail-implicit-tls", "Port", mail.Port);

        void Check(bool sound, string code, string at, params IReadOnlyList<object> arguments)
        {
            if (!sound)
            {
                report.Error(code, $"Mail.{at}", arguments);
            }
        }
    }
}
