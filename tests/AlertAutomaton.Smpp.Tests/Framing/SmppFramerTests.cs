using AlertAutomaton.Smpp.Framing;
using FsCheck;
using FsCheck.Fluent;

namespace AlertAutomaton.Smpp.Tests.Framing;

public sealed class SmppFramerTests
{
    [Fact]
    public void Pdus_come_out_however_the_stream_was_cut()
    {
        byte[] stream = [.. Corpus.Pdus.Values.SelectMany(pdu => pdu)];
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt[]>(), sizes =>
        {
            var framer = new SmppFramer();
            List<string> found = [];
            int at = 0;
            for (int turn = 0; at < stream.Length; turn++)
            {
                int size = Math.Min(sizes.Length == 0 ? 7 : sizes[turn % sizes.Length].Get, stream.Length - at);
                framer.Append(stream.AsSpan(at, size));
                at += size;
                while (framer.Read() is { Kind: SmppFrameKind.Pdu } frame)
                {
                    found.Add(Convert.ToHexString(frame.Octets.Span));
                }
            }

            return found.SequenceEqual(Corpus.Pdus.Values.Select(Convert.ToHexString)) && !framer.IsMidPdu;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0u, SmppFrameKind.TooShort)]
    [InlineData(15u, SmppFrameKind.TooShort)]
    [InlineData(16u, SmppFrameKind.NeedMore)]
    [InlineData(65536u, SmppFrameKind.NeedMore)]
    [InlineData(65537u, SmppFrameKind.TooLong)]
    [InlineData(0x80000000u, SmppFrameKind.TooLong)]
    [InlineData(0xFFFFFFFFu, SmppFrameKind.TooLong)]
    public void A_length_is_judged_before_anything_is_allocated_for_it(uint length, SmppFrameKind kind)
    {
        var framer = new SmppFramer();
        framer.Append([(byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length]);
        int before = framer.Capacity;
        Assert.Equal(kind, framer.Read().Kind);
        Assert.True(framer.Capacity <= before);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "HTTP")]
    [InlineData("SSH-2.0-OpenSSH", "SSH")]
    [InlineData("220 mail ready", "SMTP")]
    [InlineData("\u0015\u0003\u0003\0\u0002", "TLS")]
    [InlineData("* OK IMAP", "text")]
    public void Another_protocol_is_recognised(string greeting, string name)
    {
        var framer = new SmppFramer();
        framer.Append([.. greeting.Select(character => (byte)character)]);
        var frame = framer.Read();
        Assert.Equal(SmppFrameKind.ForeignProtocol, frame.Kind);
        Assert.Contains(name, frame.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_fault_it_stays_a_fault()
    {
        var framer = new SmppFramer();
        framer.Append([0, 0, 0, 1]);
        Assert.True(framer.Read().IsFault);
        framer.Append(Corpus.Pdus["enquire-link"]);
        Assert.Equal(SmppFrameKind.TooShort, framer.Read().Kind);
    }

    [Fact]
    public void No_stream_makes_it_throw_or_hold_more_than_its_bound()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[][]>(), pieces =>
        {
            var framer = new SmppFramer(256);
            foreach (byte[] piece in pieces)
            {
                framer.Append([0, 0, 0, .. piece]);
                while (framer.Read() is { Kind: SmppFrameKind.Pdu })
                {
                }
            }

            return framer.Capacity <= 16 * 1024;
        }).QuickCheckThrowOnFailure();
    }
}
