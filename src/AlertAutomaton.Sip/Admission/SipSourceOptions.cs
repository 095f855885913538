using System.Net;

namespace AlertAutomaton.Sip.Admission;

/// <summary>Who may talk to us, and how fast.</summary>
public sealed record SipSourceOptions
{
    /// <summary>The networks of the trunks. Packets from elsewhere get silence, unless <see cref="AcceptsStrangers"/>.</summary>
    public IReadOnlyList<IPNetwork> Trusted { get; init; } = [];

    /// <summary>Whether anybody may talk to us, as in a laboratory. False.</summary>
    public bool AcceptsStrangers { get; init; }

    /// <summary>
    /// Requests per second from one trusted address; 1 and more. Above what a trunk that hangs up 1,500 calls a second sends. 2,500.
    /// </summary>
    public double RequestsPerSecond { get; init; } = 2_500;

    /// <summary>Requests at once from one trusted address; 1 and more. 5,000.</summary>
    public double RequestBurst { get; init; } = 5_000;

    /// <summary>
    /// Responses per second from one trusted address. Wide, because they answer our own requests: 1,500 calls a second bring 9,000. 20,000.
    /// </summary>
    public double ResponsesPerSecond { get; init; } = 20_000;

    /// <summary>Packets per second of any kind from one address outside the trusted networks, where strangers are accepted. 20.</summary>
    public double StrangerPacketsPerSecond { get; init; } = 20;

    /// <summary>How many addresses are remembered at once; the one longest silent is forgotten first. 4,096.</summary>
    public int RememberedSources { get; init; } = 4_096;

    /// <summary>The shortest time between two log lines about dropped packets. 10 s.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What is wrong with these options, all faults at once; empty when nothing is.</summary>
    public IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        if (RequestsPerSecond < 1 || RequestBurst < 1 || ResponsesPerSecond < 1 || StrangerPacketsPerSecond < 1)
        {
            faults.Add("Sip source rates must be at least 1 per second.");
        }

        if (RememberedSources is < 16 or > 1_000_000)
        {
            faults.Add("Sip RememberedSources must be 16 to 1,000,000.");
        }

        if (ReportInterval < TimeSpan.FromSeconds(1))
        {
            faults.Add("Sip ReportInterval must be at least one second.");
        }

        return faults;
    }
}
