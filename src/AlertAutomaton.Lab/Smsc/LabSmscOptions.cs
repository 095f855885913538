using System.Net;
using AlertAutomaton.Lab.Witness;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Lab.Smsc;

/// <summary>How the lab's SMSC is reached and how it behaves.</summary>
public sealed record LabSmscOptions
{
    /// <summary>Where it listens, loopback by default; port 0 takes any free port.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>The account.</summary>
    public string SystemId { get; init; } = "town";

    /// <summary>Its password.</summary>
    public string Password { get; init; } = "lab";

    /// <summary>Unanswered submit_sm that one session may have; more get <see cref="WindowStatus"/>.</summary>
    public int Window { get; init; } = 1_000;

    /// <summary>Segments that it takes in a second; more get <see cref="ThrottleStatus"/>. Null for no limit.</summary>
    public int? SegmentsPerSecond { get; init; }

    /// <summary>What it says to too many in a second: ESME_RTHROTTLED, or ESME_RSUBMITFAIL as some do.</summary>
    public CommandStatus ThrottleStatus { get; init; } = CommandStatus.Throttled;

    /// <summary>What it says to too many at one time.</summary>
    public CommandStatus WindowStatus { get; init; } = CommandStatus.MessageQueueFull;

    /// <summary>How long it takes to answer a submit_sm.</summary>
    public TimeSpan AnswerDelay { get; init; }

    /// <summary>How long a text takes to the handset.</summary>
    public TimeSpan ReceiptDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a resident takes to answer.</summary>
    public TimeSpan ReplyDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How it treats receipts.</summary>
    public ReceiptManners Receipts { get; init; }

    /// <summary>Where handsets write what they saw; null for nowhere.</summary>
    public WitnessLog? Witness { get; init; }
}
