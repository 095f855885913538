using AlertAutomaton.Smpp.Client;
using AlertAutomaton.Smpp.Pdus;

namespace AlertAutomaton.Smpp.Session;

/// <summary>What became of a segment.</summary>
internal sealed record SegmentResult(SubmitResultKind Kind, CommandStatus? Status, string Text, string MessageId, TimeSpan? Wait)
{
    /// <summary>Nothing left for the gateway.</summary>
    public static SegmentResult NotSent(string reason) => new(SubmitResultKind.NotSent, null, reason, "", null);

    /// <summary>The gateway may have it.</summary>
    public static SegmentResult Unknown(string reason) => new(SubmitResultKind.Unknown, null, reason, "", null);

    /// <summary>The gateway took it.</summary>
    public static SegmentResult Accepted(string messageId) => new(SubmitResultKind.Accepted, CommandStatus.Ok, "accepted", messageId, null);

    /// <summary>The gateway did not take it.</summary>
    public static SegmentResult Refused(CommandStatus status)
    {
        var kind = CommandStatusTable.VerdictOf(status) switch
        {
            CommandVerdict.RejectedDestination => SubmitResultKind.RejectedDestination,
            CommandVerdict.RejectedMessage => SubmitResultKind.RejectedMessage,
            _ => SubmitResultKind.Temporary,
        };
        return new SegmentResult(kind, status, CommandStatusTable.NameOf(status), "", null);
    }

    /// <summary>Too fast, for longer than we try ourselves.</summary>
    public static SegmentResult Throttled(CommandStatus? status, string reason, TimeSpan wait) =>
        new(SubmitResultKind.Throttled, status, reason, "", wait);
}
