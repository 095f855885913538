using System.Globalization;
using System.Text;

namespace AlertAutomaton.Lab.Mail;

/// <summary>Reports on mails as a mail system returns them (RFC 3464, RFC 6522). Pure.</summary>
internal static class LabBounce
{
    public static byte[] Failed(LabMail mail, DateTimeOffset now) => Write(mail, now, "failed", "5.1.1", "smtp; 550 5.1.1 no such mailbox");

    public static byte[] Delivered(LabMail mail, DateTimeOffset now) => Write(mail, now, "delivered", "2.1.5", "smtp; 250 2.1.5 ok");

    private static byte[] Write(LabMail mail, DateTimeOffset now, string action, string status, string diagnostic)
    {
        string headers = Encoding.UTF8.GetString(mail.Raw);
        int end = headers.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string date = now.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes(
            $"""
            Return-Path: <>
            From: Mail Delivery System <MAILER-DAEMON@lab.example.org>
            To: <{mail.From}>
            Subject: Delivery report
            Date: {date}
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="lab-report"

            --lab-report
            Content-Type: text/plain; charset=us-ascii

            This is a report about a mail that you sent: {action}.

            --lab-report
            Content-Type: message/delivery-status

            Reporting-MTA: dns; lab.example.org
            Arrival-Date: {date}

            Final-Recipient: rfc822; {mail.To}
            Action: {action}
            Status: {status}
            Diagnostic-Code: {diagnostic}

            --lab-report
            Content-Type: text/rfc822-headers

            {(end < 0 ? headers : headers[..end])}

            --lab-report--

            """.ReplaceLineEndings("\r\n"));
    }
}
