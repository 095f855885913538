using AlertAutomaton.Smpp.Framing;
using AlertAutomaton.Smpp.Pdus;
using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Smpp.Client;

/// <summary>One gateway as a person configured it. <see cref="SmppClientOptionsValidator"/> tells all faults at once.</summary>
public sealed record SmppClientOptions
{
    /// <summary>The gateway's name in logs and snapshots.</summary>
    public string Name { get; init; } = "sms";

    /// <summary>Host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65535; 2775 by assignment, 3550 is usual for TLS.</summary>
    public int Port { get; init; } = 2775;

    /// <summary>TLS 1.2 or later with the host's name checked. There is no fall-back to clear text.</summary>
    public bool Tls { get; init; }

    /// <summary>A PEM file of the authorities that alone may have signed the gateway's certificate; null for those of the system.</summary>
    public string? PinnedAuthoritiesFile { get; init; }

    /// <summary>The account, up to 15 characters.</summary>
    public required string SystemId { get; init; }

    /// <summary>Its password, up to 63 characters (8 by the specification).</summary>
    public string Password { get; init; } = "";

    /// <summary>system_type, up to 12 characters.</summary>
    public string SystemType { get; init; } = "";

    /// <summary>One session or two.</summary>
    public SmppBindMode BindMode { get; init; } = SmppBindMode.Transceiver;

    /// <summary>address_range of the bind; almost all gateways want it empty.</summary>
    public SmppAddress AddressRange { get; init; } = SmppAddress.None;

    /// <summary>service_type, up to 5 characters.</summary>
    public string ServiceType { get; init; } = "";

    /// <summary>Type of number of the sender; null to guess from its form.</summary>
    public TypeOfNumber? SourceTon { get; init; }

    /// <summary>Numbering plan of the sender; null to guess.</summary>
    public NumberingPlan? SourceNpi { get; init; }

    /// <summary>Type of number of destinations; null to guess.</summary>
    public TypeOfNumber? DestinationTon { get; init; }

    /// <summary>Numbering plan of destinations; null to guess.</summary>
    public NumberingPlan? DestinationNpi { get; init; }

    /// <summary>submit_sm that may wait for their response, 1 to 1,000.</summary>
    public int Window { get; init; } = 10;

    /// <summary>Segments per second, more than 0, at most 100,000.</summary>
    public double SegmentsPerSecond { get; init; } = 20;

    /// <summary>Segments that may wait for window and rate, 1 to 1,000,000; more are answered as throttled.</summary>
    public int QueueLimit { get; init; } = 10_000;

    /// <summary>How long a connection with its TLS handshake may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a response may take, 1 s to 10 min. A submit_sm without one is <see cref="SubmitResultKind.Unknown"/>.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Quiet time before enquire_link, 1 s to 1 h.</summary>
    public TimeSpan EnquireLinkInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long unbind may take, at most 1 min.</summary>
    public TimeSpan UnbindTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first wait before another connection, 10 ms or more.</summary>
    public TimeSpan FirstReconnectWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    public TimeSpan LongestReconnectWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a throttled segment is tried again here before the caller is told; what waits costs the recipient nothing.</summary>
    public TimeSpan ThrottlePatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Statuses by which the gateway throttles; some use ESME_RSUBMITFAIL for it.</summary>
    public IReadOnlyList<CommandStatus> ThrottleStatuses { get; init; } = [CommandStatus.Throttled, CommandStatus.MessageQueueFull];

    /// <summary>How the gateway wants texts.</summary>
    public SmsTextOptions Text { get; init; } = SmsTextOptions.Default;

    /// <summary>How the gateway writes ids in receipts.</summary>
    public ReceiptIdBase ReceiptIdBase { get; init; } = ReceiptIdBase.Detect;

    /// <summary>Whether receipts are asked for.</summary>
    public bool AskForReceipts { get; init; } = true;

    /// <summary>How validity_period is written.</summary>
    public SmppValidityFormat ValidityFormat { get; init; } = SmppValidityFormat.Relative;

    /// <summary>Receipts and replies that may wait for the application, 1 to 100,000; more are refused for now, and the gateway repeats them.</summary>
    public int InboundLimit { get; init; } = 1_000;

    /// <summary>How long a repeated receipt or reply is recognised.</summary>
    public TimeSpan RepeatMemory { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the first segments of a long reply wait for the last.</summary>
    public TimeSpan ReassemblyTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest PDU taken, 1,024 octets to 1 MiB.</summary>
    public int MaximumPduLength { get; init; } = SmppFramer.DefaultMaximumLength;

    /// <summary>Names the gateway, never the password.</summary>
    public override string ToString() => $"{Name} ({SystemId} at {Host}:{Port}{(Tls ? ", TLS" : "")})";
}
