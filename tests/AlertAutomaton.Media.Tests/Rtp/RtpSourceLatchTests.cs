using System.Net;
using AlertAutomaton.Media.Rtp;
using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Tests.Rtp;

public sealed class RtpSourceLatchTests
{
    private static readonly UdpAddress _signalled = At("198.51.100.1:4000");
    private static readonly UdpAddress _otherPort = At("198.51.100.1:4002");
    private static readonly UdpAddress _stranger = At("203.0.113.9:4000");

    [Fact]
    public void Nobody_is_believed_before_a_description()
    {
        var latch = new RtpSourceLatch(RtpSourcePolicy.AnyHost);
        Assert.Equal(0, Run(latch, _stranger, 50));
        Assert.False(latch.Target.IsUsable);
    }

    [Fact]
    public void The_signalled_address_is_believed_at_once_and_for_good()
    {
        var latch = Signalled(RtpSourcePolicy.SignalledHost);
        Assert.Equal(5, Run(latch, _signalled, 5));
        Assert.True(latch.IsFinal);
        Assert.Equal(0, Run(latch, _otherPort, 50));
        Assert.Equal(0, Run(latch, _stranger, 50));
        Assert.Equal(_signalled, latch.Target);
    }

    [Fact]
    public void Another_port_of_the_host_is_believed_after_a_run_and_yields_to_the_signalled_one()
    {
        var latch = Signalled(RtpSourcePolicy.SignalledHost);
        Assert.Equal(11, Run(latch, _otherPort, 20));
        Assert.Equal(_otherPort, latch.Target);
        Assert.False(latch.IsFinal);
        Assert.Equal(1, Run(latch, _signalled, 1));
        Assert.Equal(_signalled, latch.Target);
        Assert.Equal(0, Run(latch, _otherPort, 20));
    }

    [Fact]
    public void A_run_with_holes_is_none()
    {
        var latch = Signalled(RtpSourcePolicy.SignalledHost);
        for (var i = 0; i < 40; i++)
            Assert.False(latch.Accept(_otherPort, 1, new RtpSequenceNumber((ushort)(i * 2))));
    }

    [Fact]
    public void A_stranger_between_genuine_packets_does_not_stop_the_learning()
    {
        var latch = Signalled(RtpSourcePolicy.SignalledHost);
        for (ushort i = 0; i < 20; i++)
        {
            latch.Accept(_otherPort, 1, new RtpSequenceNumber(i));
            latch.Accept(_stranger, 9, new RtpSequenceNumber(i));
            latch.Accept(_signalled.WithPort(6666), 9, new RtpSequenceNumber((ushort)(7 * i)));
        }

        Assert.Equal(_otherPort, latch.Locked);
    }

    [Fact]
    public void The_strict_policy_believes_the_signalled_port_only()
    {
        var latch = Signalled(RtpSourcePolicy.SignalledOnly);
        Assert.Equal(0, Run(latch, _otherPort, 100));
        Assert.Equal(3, Run(latch, _signalled, 3));
    }

    [Fact]
    public void Any_host_is_believed_after_a_run_where_configured_and_then_nobody_else()
    {
        var latch = Signalled(RtpSourcePolicy.AnyHost);
        Assert.Equal(7, Run(latch, _stranger, 10));
        Assert.Equal(0, Run(latch, _signalled, 10));
        Assert.Equal(0, Run(latch, _otherPort, 10));
        Assert.Equal(_stranger, latch.Target);
    }

    [Fact]
    public void Only_a_description_with_another_address_opens_the_learning_again()
    {
        var latch = Signalled(RtpSourcePolicy.SignalledHost);
        Run(latch, _signalled, 1);
        Assert.False(latch.Signal(_signalled));
        Assert.Equal(_signalled, latch.Locked);
        Assert.True(latch.Signal(_stranger));
        Assert.Null(latch.Locked);
        Assert.Equal(0, Run(latch, _signalled, 20));
        Assert.Equal(1, Run(latch, _stranger, 1));
    }

    private static UdpAddress At(string endPoint) => UdpAddress.From(IPEndPoint.Parse(endPoint));

    private static RtpSourceLatch Signalled(RtpSourcePolicy policy)
    {
        var latch = new RtpSourceLatch(policy);
        latch.Signal(_signalled);
        return latch;
    }

    private static int Run(RtpSourceLatch latch, UdpAddress from, int packets) =>
        Enumerable.Range(65_530, packets).Count(sequence => latch.Accept(from, 1, new RtpSequenceNumber((ushort)sequence)));
}
