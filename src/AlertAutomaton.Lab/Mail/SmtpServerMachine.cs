using System.Text;

namespace AlertAutomaton.Lab.Mail;

/// <summary>
/// The commands of RFC 5321 §4.1, with SIZE (RFC 1870), 8BITMIME (RFC 6152), PIPELINING (RFC 2920), SMTPUTF8 (RFC 6531), STARTTLS (RFC 3207) and
/// AUTH PLAIN and LOGIN (RFC 4954). Pure: (state, command) → (state, reply).
/// </summary>
internal sealed class SmtpServerMachine(LabMailServerOptions options, Func<string, bool> firstTry)
{
    private const int MostRecipients = 100;

    public SmtpServerStep Take(SmtpServerState state, string line)
    {
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        string verb = (space < 0 ? line : line[..space]).ToUpperInvariant();
        string rest = space < 0 ? "" : line[(space + 1)..].Trim();
        return verb switch
        {
            "EHLO" => new(Reset(state) with { Greeted = true }, Greeting(state)),
            "HELO" => new(Reset(state) with { Greeted = true }, "250 lab.example.org"),
            "STARTTLS" when options.Certificate is not null && !state.Secure => new(new SmtpServerState { Secure = true }, "220 2.0.0 go ahead", SmtpServerNext.Tls),
            "AUTH" => Auth(state, rest),
            "MAIL" => Mail(state, rest),
            "RCPT" => Rcpt(state, rest),
            "DATA" when state.To.Count == 0 => new(state, "503 5.5.1 no recipients"),
            "DATA" => new(state, "354 end with a single dot", SmtpServerNext.Content),
            "RSET" => new(Reset(state), "250 2.0.0 ok"),
            "NOOP" => new(state, "250 2.0.0 ok"),
            "VRFY" => new(state, "252 2.1.5 send it and see"),
            "QUIT" => new(state, "221 2.0.0 bye", SmtpServerNext.Close),
            _ => new(state, "500 5.5.1 unknown command"),
        };
    }

    /// <summary>Judges user and password.</summary>
    public SmtpServerStep LogIn(SmtpServerState state, string user, string password) =>
        options.User is not null && string.Equals(user, options.User, StringComparison.Ordinal) && string.Equals(password, options.Password, StringComparison.Ordinal)
            ? new(state with { User = user }, "235 2.7.0 welcome")
            : new(state, "535 5.7.8 wrong user or password");

    /// <summary>The answer to AUTH PLAIN's response (RFC 4616 §2).</summary>
    public SmtpServerStep LogInPlain(SmtpServerState state, string response) =>
        Text(response)?.Split('\0') is [_, var user, var password] ? LogIn(state, user, password) : new(state, "501 5.5.2 not understood");

    /// <summary>The text of a base64 line; null when it is none.</summary>
    public static string? Text(string base64)
    {
        byte[] bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    /// <summary>The state after a mail, or after RSET.</summary>
    public static SmtpServerState Reset(SmtpServerState state) => state with { From = null, To = [] };

    private static string? Path(string rest, string keyword)
    {
        if (!rest.StartsWith(keyword, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string path = rest[keyword.Length..].TrimStart();
        int end = path.IndexOf('>', StringComparison.Ordinal);
        return path.StartsWith('<') && end > 0 && end <= 400 ? path[1..end] : null;
    }

    private string Greeting(SmtpServerState state)
    {
        string[] lines =
        [
            "lab.example.org", "PIPELINING", $"SIZE {options.LargestMail}", "8BITMIME", "ENHANCEDSTATUSCODES",
            .. options.OffersUtf8 ? (string[])["SMTPUTF8"] : [],
            .. options.Certificate is not null && !state.Secure ? (string[])["STARTTLS"] : [],
            .. options.User is not null && (options.Certificate is null || state.Secure) ? (string[])["AUTH PLAIN LOGIN"] : [],
        ];
        return string.Join("\r\n", lines.Select((line, index) => $"250{(index == lines.Length - 1 ? ' ' : '-')}{line}"));
    }

    private SmtpServerStep Auth(SmtpServerState state, string rest)
    {
        if (options.User is null || (options.Certificate is not null && !state.Secure))
        {
            return new(state, "502 5.5.1 not offered");
        }

        string[] words = rest.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (words.ElementAtOrDefault(0)?.ToUpperInvariant(), words.Length) switch
        {
            ("PLAIN", 2) => LogInPlain(state, words[1]),
            ("PLAIN", 1) => new(state, "334 ", SmtpServerNext.PlainResponse),
            ("LOGIN", 1) => new(state, "334 VXNlcm5hbWU6", SmtpServerNext.LoginUser),
            ("LOGIN", 2) => new(state with { LoginName = Text(words[1]) ?? "" }, "334 UGFzc3dvcmQ6", SmtpServerNext.LoginPassword),
            _ => new(state, "504 5.5.4 not offered"),
        };
    }

    private SmtpServerStep Mail(SmtpServerState state, string rest)
    {
        if (!state.Greeted || state.From is not null)
        {
            return new(state, "503 5.5.1 out of order");
        }

        if (options.User is not null && state.User is null && options.DomainsWithoutLogin is null)
        {
            return new(state, "530 5.7.0 log in first");
        }

        return Path(rest, "FROM:") is { } from ? new(state with { From = from, To = [] }, "250 2.1.0 ok") : new(state, "501 5.5.4 not understood");
    }

    private SmtpServerStep Rcpt(SmtpServerState state, string rest)
    {
        if (state.From is null)
        {
            return new(state, "503 5.5.1 out of order");
        }

        if (Path(rest, "TO:") is not { Length: > 0 } to || !to.Contains('@', StringComparison.Ordinal))
        {
            return new(state, "501 5.1.3 not an address");
        }

        bool foreign = options.User is not null && state.User is null
            && !options.DomainsWithoutLogin!.Contains(to[(to.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase);
        if (foreign)
        {
            // As OpenSMTPD says it to those without a login: nothing tells it from an unknown user.
            return new(state, "550 Invalid recipient: <" + to + ">");
        }

        string reply = state.To.Count >= MostRecipients ? "452 4.5.3 too many recipients" : MailRules.For(to) switch
        {
            MailRule.Full => "552 5.2.2 mailbox full",
            MailRule.Unknown => "550 5.1.1 no such mailbox: " + to,
            MailRule.BusyOnce when firstTry(to) => "451 4.3.2 come again",
            _ => "250 2.1.5 ok",
        };
        return new(reply.StartsWith('2') ? state with { To = [.. state.To, to] } : state, reply);
    }
}
