using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace AlertAutomaton.Lab.Mail;

/// <summary>How the simulated mail server behaves.</summary>
public sealed record LabMailServerOptions
{
    /// <summary>The address to listen on, loopback by default.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Offers STARTTLS with this certificate; null: no TLS. See <see cref="LabMailCertificate"/>.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Takes mails only from this user; null: from everybody.</summary>
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Like a relay that knows its own domain: without a login these domains are taken, and the others are refused with 550; null: everything needs the login.</summary>
    public IReadOnlyList<string>? DomainsWithoutLogin { get; init; }

    /// <summary>The largest mail, in bytes (RFC 1870).</summary>
    public int LargestMail { get; init; } = 1024 * 1024;

    /// <summary>Says that it carries addresses beyond ASCII (RFC 6531).</summary>
    public bool OffersUtf8 { get; init; } = true;

    /// <summary>Connections at one time; more are turned away with 421.</summary>
    public int MostConnections { get; init; } = 200;

    /// <summary>How long it waits for the next line of a client.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Also writes every mail as a file of its own into this folder; null: only in memory.</summary>
    public string? SaveTo { get; init; }

    /// <summary>Where reports on mails are put, one file each: the folder a bounce reader watches, or the Maildir it is in; null: they are dropped.</summary>
    public string? BouncesTo { get; init; }

    /// <summary>Told the answer link by mailboxes that click; null: nobody clicks.</summary>
    public Func<Uri, Task>? Click { get; init; }

    /// <summary>How long a slow mailbox takes to answer the content.</summary>
    public TimeSpan SlowAnswer { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after the mail a click comes.</summary>
    public TimeSpan ClickAfter { get; init; } = TimeSpan.FromSeconds(2);
}
