using System.Buffers.Binary;

namespace AlertAutomaton.Media.Rtcp;

/// <summary>What a compound from the far end told us. One owner; hostile input changes nothing.</summary>
public sealed class RtcpFeedback
{
    private uint _lastReportMiddle;
    private long _lastReportAt;

    /// <summary>Share of our packets lost, as last told.</summary>
    public double? RemoteLoss { get; private set; }

    /// <summary>Jitter of our packets in timestamp units, as last told.</summary>
    public uint? RemoteJitter { get; private set; }

    /// <summary>Round trip in 1/65536 s.</summary>
    public uint? RoundTrip { get; private set; }

    /// <summary>Whether the far end's source said goodbye.</summary>
    public bool GoodbyeSeen { get; private set; }

    /// <summary>Reads a compound; false when it is none.</summary>
    /// <param name="datagram">The datagram.</param>
    /// <param name="ourSsrc">Whose report blocks matter.</param>
    /// <param name="ntpNow">Now as NTP time.</param>
    /// <param name="now">Now in 1/65536 s of a steady clock.</param>
    public bool Receive(ReadOnlySpan<byte> datagram, uint ourSsrc, ulong ntpNow, long now)
    {
        if (!RtcpPacket.IsCompound(datagram))
            return false;
        var rest = datagram;
        while (RtcpPacket.TryTake(ref rest, out var packet))
        {
            switch (packet.Type)
            {
                case RtcpPacketType.SenderReport when packet.Body.Length >= 4 && RtcpSenderInfo.TryParse(packet.Body[4..], out var info):
                    (_lastReportMiddle, _lastReportAt) = (info.Middle, now);
                    ReadBlocks(packet.Body[(4 + RtcpSenderInfo.Length)..], packet.Count, ourSsrc, ntpNow);
                    break;
                case RtcpPacketType.ReceiverReport when packet.Body.Length >= 4:
                    ReadBlocks(packet.Body[4..], packet.Count, ourSsrc, ntpNow);
                    break;
                case RtcpPacketType.Goodbye:
                    GoodbyeSeen = true;
                    break;
            }
        }

        return true;
    }

    /// <summary>LSR and DLSR for our next report.</summary>
    public (uint LastReport, uint Delay) LastReport(long now) =>
        _lastReportMiddle == 0 ? (0, 0) : (_lastReportMiddle, (uint)Math.Clamp(now - _lastReportAt, 0, uint.MaxValue));

    private void ReadBlocks(ReadOnlySpan<byte> blocks, int count, uint ourSsrc, ulong ntpNow)
    {
        for (var i = 0; i < count && RtcpReportBlock.TryParse(blocks, out var block); i++, blocks = blocks[RtcpReportBlock.Length..])
        {
            if (block.Ssrc != ourSsrc)
                continue;
            RemoteLoss = block.FractionLost / 256.0;
            RemoteJitter = block.Jitter;
            // §6.4.1: A − LSR − DLSR; a far end whose clock is wrong gives a negative one, which is no measurement.
            var trip = unchecked((uint)(ntpNow >> 16) - block.LastReport - block.DelaySinceLast);
            if (block.LastReport != 0 && trip < 60 << 16)
                RoundTrip = trip;
        }
    }
}
