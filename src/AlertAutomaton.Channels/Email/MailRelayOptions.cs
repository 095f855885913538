namespace AlertAutomaton.Channels.Email;

/// <summary>One mail relay, as configured.</summary>
public sealed record MailRelayOptions
{
    /// <summary>The port of message submission (RFC 6409 §3.1).</summary>
    public const int SubmissionPort = 587;

    /// <summary>Names the relay in outcomes and logs; unique, 1 to 40 letters, digits, dots and hyphens.</summary>
    public string Name { get; init; } = "mail";

    /// <summary>The host name, which its certificate must name. The certificate is checked against the machine's roots.</summary>
    public required string Host { get; init; }

    /// <summary>The port, 1 to 65,535. Port 465 (TLS from the first byte) is not served, see <c>docs/decisions/0005-mail-by-the-framework.md</c>.</summary>
    public int Port { get; init; } = SubmissionPort;

    /// <summary>How the connection is protected.</summary>
    public MailRelaySecurity Security { get; init; } = MailRelaySecurity.StartTls;

    /// <summary>Who logs in (AUTH LOGIN); null where the relay knows this machine by its address.</summary>
    public string? User { get; init; }

    /// <summary>The password; never logged.</summary>
    public string? Password { get; init; }

    /// <summary>Mails under way at one time, 1 to 100; each has a connection of its own.</summary>
    public int Connections { get; init; } = 4;

    /// <summary>New mails per second, over 0 and up to 1,000.</summary>
    public double MailsPerSecond { get; init; } = 10;

    /// <summary>How long one mail may take from the connection to the relay's answer, 5 s to 10 min (RFC 5321 §4.5.3.2 asks for minutes).</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an open connection is kept without a mail, 0 to 5 min; relays close idle ones.</summary>
    public TimeSpan KeepOpen { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether it logs in.</summary>
    internal bool LogsIn => !string.IsNullOrEmpty(User);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Host}:{Port}, {Security})";
}
