using System.ComponentModel.DataAnnotations;

namespace AlertAutomaton.Daemon.Configuration.Options;

/// <summary>One SMPP gateway.</summary>
internal sealed record SmppGatewayOptions
{
    /// <summary>Short name, unique, used in logs, reports and environment overrides; keep it while texts wait for receipts.</summary>
    public string Name { get; init; } = "";

    /// <summary>Host name or address of the gateway.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port of the gateway.</summary>
    [Range(1, 65_535)]
    public int Port { get; init; } = 2775;

    /// <summary>True: TLS 1.2 or later with the host's name checked; there is no fall-back to clear text.</summary>
    public bool Tls { get; init; }

    /// <summary>PEM file of the authorities that alone may have signed the gateway's certificate; empty: those of this machine.</summary>
    public string TlsAuthorities { get; init; } = "";

    /// <summary>Account that the operator of the gateway gave you.</summary>
    public string SystemId { get; init; } = "";

    /// <summary>Password of the account; better given by the environment variable ALERTAUTOMATON__Smpp__Gateways__0__Password.</summary>
    [Secret]
    public string Password { get; init; } = "";

    /// <summary>System type, where the operator wants one.</summary>
    public string SystemType { get; init; } = "";

    /// <summary>One connection for both directions (Transceiver), or one for each (TransmitterAndReceiver).</summary>
    [Allowed("Transceiver", "TransmitterAndReceiver")]
    public string BindMode { get; init; } = "Transceiver";

    /// <summary>Texts that may wait for the gateway's answer at one time.</summary>
    [Range(1, 1000)]
    public int Window { get; init; } = 10;

    /// <summary>Segments per second that your contract allows.</summary>
    [Range(0.1, 100_000)]
    public double MessagesPerSecond { get; init; } = 20;

    /// <summary>Sender that residents see: up to 11 letters and digits, a short code, or a number with its plus.</summary>
    public string Sender { get; init; } = "";

    /// <summary>True when replies to the sender come back over this gateway; texts then ask for one. A sender of letters takes none.</summary>
    public bool TakesReplies { get; init; } = true;

    /// <summary>False where the gateway never sends delivery receipts.</summary>
    public bool SendsReceipts { get; init; } = true;

    /// <summary>Gateways with the lowest number are used first; traffic moves to the next while one is down or slow.</summary>
    [Range(1, 100)]
    public int Priority { get; init; } = 1;

    /// <summary>Beginnings of the numbers that this gateway serves, in E.164; an empty list serves all.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>Most segments of one text; longer ones are refused before they leave.</summary>
    [Range(1, 60)]
    public int MostSegments { get; init; } = 10;

    /// <summary>Alphabet that the gateway takes data coding 0 for.</summary>
    [Allowed("Gsm", "Latin1")]
    public string Alphabet { get; init; } = "Gsm";

    /// <summary>How long texts are put together again: by a header of 8 or 16 bit reference, by SAR parameters, or sent whole as payload.</summary>
    [Allowed("Udh8", "Udh16", "Sar", "Payload")]
    public string Concatenation { get; init; } = "Udh8";

    /// <summary>How receipts write message ids: found out, as they are, hexadecimal turned decimal, or decimal turned hexadecimal.</summary>
    [Allowed("Detect", "AsIs", "HexadecimalThenDecimal", "DecimalThenHexadecimal")]
    public string ReceiptIds { get; init; } = "Detect";

    /// <summary>Error codes (err) by which its receipts say that there is no such number; they differ between gateways.</summary>
    public IReadOnlyList<string> UnknownNumberErrors { get; init; } = [];

    /// <summary>Seconds of quiet after which the line is tried (enquire_link).</summary>
    [Range(1, 3600)]
    public int EnquireSeconds { get; init; } = 30;

    /// <summary>Seconds that an answer of the gateway may take; a text without one is never sent again blindly.</summary>
    [Range(1, 600)]
    public int AnswerSeconds { get; init; } = 30;

    /// <summary>True where the gateway says ESME_RSUBMITFAIL when it wants you to be slower.</summary>
    public bool SubmitFailThrottles { get; init; }
}
