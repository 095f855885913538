using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace AlertAutomaton.Channels.Email;

/// <summary>An outgoing mail in the form of the framework's client, with its content watched.</summary>
internal sealed class FrameworkMail : IDisposable
{
    /// <summary>RFC 5322 §2.1.1 allows 998 characters on a line; longer ones are encoded.</summary>
    private const int LongestPlainLine = 900;
    private readonly WatchedContent _text;
    private readonly WatchedContent _html;

    public FrameworkMail(OutgoingMail mail)
    {
        Message = new MailMessage
        {
            From = new MailAddress(mail.From.ToString(), mail.FromName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        Message.To.Add(new MailAddress(mail.To.ToString()));
        if (mail.ReplyTo != mail.From)
        {
            Message.ReplyToList.Add(new MailAddress(mail.ReplyTo.ToString()));
        }

        if (mail.ReturnPath != mail.From)
        {
            // The framework's client takes the envelope's sender from here.
            Message.Sender = new MailAddress(mail.ReturnPath.ToString());
        }

        Message.Headers.Add("Message-ID", mail.MessageId);
        foreach ((string name, string value) in mail.Headers)
        {
            Message.Headers.Add(name, value);
        }

        _text = Add(mail.Text, "text/plain");
        _html = Add(mail.Html, "text/html");
    }

    public MailMessage Message { get; }

    public bool Begun => _text.Begun;

    public bool Sent => _html.AtEnd;

    public void Dispose() => Message.Dispose();

    private WatchedContent Add(string content, string type)
    {
        var watched = new WatchedContent(Encoding.UTF8.GetBytes(content));
        bool plain = Ascii.IsValid(content) && content.Split("\r\n").All(line => line.Length <= LongestPlainLine);
        Message.AlternateViews.Add(new AlternateView(watched, new ContentType(type) { CharSet = "utf-8" })
        {
            TransferEncoding = plain ? TransferEncoding.SevenBit : TransferEncoding.QuotedPrintable,
        });
        return watched;
    }
}
