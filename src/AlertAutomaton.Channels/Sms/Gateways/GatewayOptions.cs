using AlertAutomaton.Smpp.Receipts;
using AlertAutomaton.Smpp.Text;

namespace AlertAutomaton.Channels.Sms.Gateways;

/// <summary>A gateway as the SMS channel sees it; how its connection is made is the SMPP client's own configuration.</summary>
public sealed record GatewayOptions
{
    /// <summary>Its name, in logs, journals and references. Unique; must not change while texts wait for receipts.</summary>
    public required string Name { get; init; }

    /// <summary>Which is used first: the lowest. Gateways of equal priority take turns only when one of them is in trouble.</summary>
    public int Priority { get; init; } = 1;

    /// <summary>The sender shown: up to 11 letters and digits, a short code, or a number with <c>+</c>.</summary>
    public required string Sender { get; init; }

    /// <summary>True when replies to the sender come back on this gateway; texts then ask for one.</summary>
    public bool TakesReplies { get; init; } = true;

    /// <summary>Beginnings of the numbers that it serves, each with <c>+</c>; <c>+</c> alone: every number.</summary>
    public IReadOnlyList<string> Serves { get; init; } = ["+"];

    /// <summary>Texts on their way to the gateway at one time; 1 or more.</summary>
    public int Window { get; init; } = 10;

    /// <summary>Segments per second that the contract allows; <see cref="double.PositiveInfinity"/> where nothing limits it.</summary>
    public double SegmentsPerSecond { get; init; } = 10;

    /// <summary>The most segments of one text, 1 to 60; longer ones are refused before they leave.</summary>
    public int MostSegments { get; init; } = 10;

    /// <summary>False where the gateway sends no receipts; it is then never taken for slow.</summary>
    public bool SendsReceipts { get; init; } = true;

    /// <summary>How it writes message ids in receipts; <see cref="ReceiptIdBase.Detect"/> finds out.</summary>
    public ReceiptIdBase ReceiptIds { get; init; } = ReceiptIdBase.Detect;

    /// <summary>How it wants texts.</summary>
    public SmsTextOptions Encoding { get; init; } = SmsTextOptions.Default;

    /// <summary>The error codes by which its receipts say that there is no such subscriber (<c>err:</c>); they differ from one gateway to the next.</summary>
    public IReadOnlyList<string> UnknownSubscriberErrors { get; init; } = [];

    /// <summary>The country whose national form it may use for the numbers that replies and receipts come from (ISO 3166-1 alpha-2).</summary>
    public string Country { get; init; } = "FR";
}
