using AlertAutomaton.Media.Rtcp;
using AlertAutomaton.Media.Rtp;

namespace AlertAutomaton.Media.Sessions;

/// <summary>Our side of RTCP: when a report is due, and what it says.</summary>
/// <remarks>One owner, under the session's lock.</remarks>
internal sealed class RtcpReporter(TimeProvider time, RtpSender sender, RtpReceiveLog log)
{
    private const int UnitsPerSecond = 65_536;

    // No name or address of ours belongs on the wire: §6.5.1 allows any string that stays the same for the call.
    private readonly byte[] _canonicalName = System.Text.Encoding.ASCII.GetBytes(sender.Ssrc.ToString("x8", System.Globalization.CultureInfo.InvariantCulture));
    private long _dueRound = long.MaxValue;
    private uint _packetsAtLast;

    /// <summary>What the far end told.</summary>
    public RtcpFeedback Feedback { get; } = new();

    /// <summary>Whether a report is due in this round; plans the next one.</summary>
    public bool IsDue(long round, double chance)
    {
        if (_dueRound == long.MaxValue)
        {
            _dueRound = round + Rounds(first: true, chance);
            return false;
        }

        if (round < _dueRound)
            return false;
        _dueRound = round + Rounds(first: false, chance);
        return true;
    }

    /// <summary>Takes a compound of the far end.</summary>
    public bool Receive(ReadOnlySpan<byte> datagram) =>
        Feedback.Receive(datagram, sender.Ssrc, RtcpSenderInfo.ToNtp(time.GetUtcNow()), SteadyUnits());

    /// <summary>Writes a compound; gives its length.</summary>
    /// <param name="target">At least <see cref="RtcpCompoundWriter.MaximumLength"/> bytes.</param>
    /// <param name="now">The timestamp of this moment.</param>
    /// <param name="goodbye">Whether we leave.</param>
    public int Write(Span<byte> target, RtpTimestamp now, bool goodbye)
    {
        // §6.4: a sender report only from who sent since the last one.
        var sent = sender.Packets != _packetsAtLast;
        _packetsAtLast = sender.Packets;
        RtcpSenderInfo? info = sent ? new RtcpSenderInfo(RtcpSenderInfo.ToNtp(time.GetUtcNow()), now.Value, sender.Packets, sender.Octets) : null;
        return RtcpCompoundWriter.Write(target, sender.Ssrc, info, Heard(), _canonicalName, goodbye);
    }

    private static long Rounds(bool first, double chance) => (long)(RtcpInterval.Next(first, chance).TotalMilliseconds / 20);

    private RtcpReportBlock? Heard()
    {
        if (!log.HasSource)
            return null;
        var (lastReport, delay) = Feedback.LastReport(SteadyUnits());
        return new RtcpReportBlock(
            log.Ssrc, log.TakeFractionLost(), (int)Math.Min(log.Lost, int.MaxValue), log.ExtendedHighest, (uint)log.JitterUnits, lastReport, delay);
    }

    private long SteadyUnits() => (long)((Int128)time.GetTimestamp() * UnitsPerSecond / time.TimestampFrequency);
}
