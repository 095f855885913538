using AlertAutomaton.Sip.Liveness;
using AlertAutomaton.Sip.Messages;
using AlertAutomaton.Sip.Tests.UserAgents;
using AlertAutomaton.Sip.Transports;
using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.Liveness;

public sealed class TrunkProbeTests
{
    private static readonly SipTrunkProbeOptions Options = new()
    {
        Name = "operator",
        Target = AgentPair.Uri("sip:trunk.example"),
        Destination = _ => ValueTask.FromResult<SipDestination?>(new(SipTransportProtocol.Udp, SimulatedTown.FarAddress)),
    };

    [Theory]
    [InlineData("+ + +", "up up up")]
    [InlineData("- + - +", "up up up up")]
    [InlineData("- - -", "up down down")]
    [InlineData("- - + - + +", "up down down down down up")]
    public void A_trunk_goes_down_and_comes_back_after_outcomes_in_a_row(string outcomes, string expected)
    {
        TrunkProbeState state = TrunkProbe.Initial;
        var seen = new List<string>();
        foreach (string outcome in outcomes.Split(' '))
        {
            state = TrunkProbe.Step(state, outcome == "+", Options);
            seen.Add(state.IsUp ? "up" : "down");
        }

        Assert.Equal(expected, string.Join(' ', seen));
    }

    [Fact]
    public void A_silent_trunk_is_found_down_within_fifteen_seconds_and_back_within_fifteen()
    {
        var town = new SimulatedTown();
        bool answers = true;
        town.ScriptFarEnd(message =>
        {
            if (answers && message is SipRequest { Method.Name: "OPTIONS" } options)
            {
                town.Reply(options, 200);
            }
        });
        SipTrunkProbe probe = town.Caller.Watch(Options);
        town.Pass(35);
        Assert.True(probe.IsUp);
        Assert.Equal(2, town.Requests(SipMethod.Options).Select(request => request.CallId).Distinct().Count());

        answers = false;
        town.Pass(25 + 15);
        Assert.False(probe.IsUp);
        Assert.NotNull(probe.LastFailure);

        answers = true;
        town.Pass(15);
        Assert.True(probe.IsUp);
        probe.Dispose();
        town.Pass(60);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), town.Caller.Snapshot);
    }
}
