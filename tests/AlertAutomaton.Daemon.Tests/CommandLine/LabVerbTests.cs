using System.Net;
using System.Net.Sockets;
using AlertAutomaton.Daemon.CommandLine;

namespace AlertAutomaton.Daemon.Tests.CommandLine;

public sealed class LabVerbTests
{
    [Theory]
    [InlineData("--smsc", "2775")]
    [InlineData("--smsc", "127.0.0.1")]
    [InlineData("--smtp", "localhost:2525")]
    [InlineData("--smtp", "::1:2525")]
    [InlineData("--smtp", "127.0.0.1:99999")]
    [InlineData("--listen", "5070")]
    public async Task An_address_that_cannot_be_read_is_named_with_a_right_one(string option, string address)
    {
        var run = await CommandRun.OfAsync(["lab", option, address]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Returned_mails_want_a_mail_server()
    {
        var run = await CommandRun.OfAsync(["lab", "--returned-mails", "returned"]);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("--smtp", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--smsc")]
    [InlineData("--smtp")]
    public async Task A_port_that_is_taken_is_named(string option)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = taken.LocalEndpoint.ToString()!;

        var run = await CommandRun.OfAsync(["lab", "--listen", "udp:127.0.0.1:0", option, address]);

        Assert.Equal(ExitCode.Unavailable, run.ExitCode);
        Assert.Contains(address, run.Error, StringComparison.Ordinal);
    }
}
