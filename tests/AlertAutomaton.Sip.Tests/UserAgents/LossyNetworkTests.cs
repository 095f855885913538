using AlertAutomaton.Sip.UserAgents;

namespace AlertAutomaton.Sip.Tests.UserAgents;

/// <summary>F10 and F11 of the fault plan: loss, delay, reordering and duplication must cost time, never a call and never a second one.</summary>
public sealed class LossyNetworkTests
{
    [Theory]
    [InlineData(0.30, 0.0, 20, 10, 1)]
    [InlineData(0.30, 0.0, 20, 10, 2)]
    [InlineData(0.0, 0.1, 300, 100, 3)]
    [InlineData(0.10, 0.1, 300, 100, 4)]
    public void Calls_complete_over_a_bad_network(double loss, double duplication, int delay, int jitter, int seed)
    {
        const int Calls = 1_500;
        var town = new SimulatedTown((ulong)seed);
        town.Network.Wire = null;
        town.Network.Loss = loss;
        town.Network.Duplication = duplication;
        town.Network.Delay = TimeSpan.FromMilliseconds(delay);
        town.Network.Jitter = TimeSpan.FromMilliseconds(jitter);
        SipUserAgent callee = town.NewAgent(SimulatedTown.FarAddress);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        callee.IncomingCall = incoming =>
        {
            taken[incoming.Call.CallId] = taken.GetValueOrDefault(incoming.Call.CallId) + 1;
            incoming.Call.Ring();
            incoming.Call.Accept(RecordingHandler.DefaultAnswer);
            return new RecordingHandler();
        };

        var callers = new List<RecordingHandler>();
        var delays = new List<TimeSpan>();
        for (int i = 0; i < Calls; i++)
        {
            TimeSpan begun = town.Network.Now;
            var handler = new RecordingHandler
            {
                WhenAnswered = call =>
                {
                    delays.Add(town.Network.Now - begun);
                    call.Bye();
                },
            };
            callers.Add(handler);
            town.Caller.Invite(town.Invite(), handler);
            town.Pass(0.02);
        }

        town.Pass(120);

        Assert.All(callers, handler => Assert.Equal(1, handler.Ends));
        Assert.All(taken.Values, times => Assert.Equal(1, times));
        delays.Sort();
        Assert.True(delays.Count >= Calls * 0.998, $"{delays.Count} of {Calls} were answered");
        TimeSpan wire = TimeSpan.FromMilliseconds((2 * delay) + (2 * jitter));
        Assert.True(delays[(int)(delays.Count * 0.95)] <= TimeSpan.FromSeconds(3.5) + wire, $"p95 {delays[(int)(delays.Count * 0.95)]}");
        Assert.True(delays[(int)(delays.Count * 0.99)] <= TimeSpan.FromSeconds(8) + wire, $"p99 {delays[(int)(delays.Count * 0.99)]}");
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), town.Caller.Snapshot);
        Assert.Equal(new SipUserAgentSnapshot(0, 0, 0, 0, 0), callee.Snapshot);
    }
}
