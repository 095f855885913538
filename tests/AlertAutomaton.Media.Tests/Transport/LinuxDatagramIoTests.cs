using System.Net;
using AlertAutomaton.Media.Transport;

namespace AlertAutomaton.Media.Tests.Transport;

public sealed class LinuxDatagramIoTests
{
    private static readonly byte[] Sent = [1, 2, 3];

    [Fact]
    public void A_far_end_whose_port_is_closed_is_heard_all_the_same()
    {
        Assert.SkipUnless(LinuxDatagramIo.IsSupported, "The batched system calls are those of Linux.");
        Assert.True(MediaSocket.TryBind(IPAddress.Loopback, 0, out var ours));
        Assert.True(MediaSocket.TryBind(IPAddress.Loopback, 0, out var theirs));
        using var io = new LinuxDatagramIo(TimeProvider.System);
        using (ours)
        {
            using (theirs)
            {
                theirs.Socket.SendTo(Sent, ours.Socket.LocalEndPoint!);
                io.Connect(ours, UdpAddress.From((IPEndPoint)theirs.Socket.LocalEndPoint!));
            }

            // It meets a closed port, and loopback tells that at once.
            io.Stage()[0] = 0;
            io.Commit(1);
            Assert.Equal(1, io.Flush(ours, default));
            Assert.Equal(1, io.Receive(ours));
            Assert.Equal(Sent, io.Datagram(0).ToArray());
        }
    }
}
