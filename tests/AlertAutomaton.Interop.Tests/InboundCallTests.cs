using System.Globalization;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;
using AlertAutomaton.TestKit;

namespace AlertAutomaton.Interop.Tests;

/// <summary>SIPp rings the service: what comes in is answered rightly while nobody listens.</summary>
public sealed class InboundCallTests
{
    [Theory]
    [InlineData("rings_the_daemon", "u1")]
    [InlineData("rings_the_daemon", "t1")]
    [InlineData("asks_the_daemon", "u1")]
    public async Task A_call_and_a_question_from_the_trunk_get_the_right_answer(string scenario, string transport)
    {
        string sipp = PeerProgram.Require("sipp");
        using var run = new AlertRun();
        (PeerProcess daemon, int port) = await run.ServeAsync([new TrunkLine("operator", "sip:127.0.0.1:5060")]);
        await using (daemon)
        {
            await using PeerProcess caller = PeerProcess.Start(
                sipp,
                [
                    "-sf", Path.Combine(AppContext.BaseDirectory, "Sipp", scenario + ".xml"), "-i", "127.0.0.1", "-p",
                    FreePorts.Next().ToString(CultureInfo.InvariantCulture), "-m", "20", "-r", "20", "-t", transport, "-nostdin", "-timeout", "20s", "-timeout_error",
                    "-recv_timeout", "5000", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"),
                ],
                run.Folder);
            int exit = await caller.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.True(exit == 0, $"SIPp ended with {exit}:\n{caller.Output}\n{daemon.Output}");
            Assert.True(daemon.Running, daemon.Output);
        }
    }
}
