using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>Mail: the relay that carries it and how mails are signed.</summary>
internal sealed record MailOptions
{
    /// <summary>Host name of the mail relay; empty: no mails are sent.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port of the relay: 587 for submission, 25 for a relay of your own.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected: StartTls (the host's name is checked, no fall-back) or None, for a relay on this machine.</summary>
    [Allowed("StartTls", "None")]
    public string Security { get; init; } = "StartTls";

    /// <summary>User name for the relay; empty when it knows this machine by its address.</summary>
    public string Username { get; init; } = "";

    /// <summary>Password for the relay; better given by the environment variable ALERTAUTOMATON__Mail__Password.</summary>
    [Secret]
    public string Password { get; init; } = "";

    /// <summary>Address that mails come from, for example alerte@mairie.example.</summary>
    public string From { get; init; } = "";

    /// <summary>Address that answers go to; empty: From.</summary>
    public string ReplyTo { get; init; } = "";

    /// <summary>Address that the relay returns undeliverable mails to; empty: From.</summary>
    public string BounceAddress { get; init; } = "";

    /// <summary>Directory into which returned mails are put, one file each (a Maildir, or filled by a pipe); empty: they are not read.</summary>
    public string BounceDirectory { get; init; } = "";

    /// <summary>Mails under way at one time.</summary>
    [Range(1, 100)]
    public int Connections { get; init; } = 4;

    /// <summary>New mails per second that the relay allows.</summary>
    [Range(0.1, 1000)]
    public double MailsPerSecond { get; init; } = 10;
}
