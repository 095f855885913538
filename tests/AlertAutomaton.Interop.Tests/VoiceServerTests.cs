using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>SIPp is the operators, and those who guess: what they do by keys on the operators' line.</summary>
public sealed class VoiceServerTests
{
    private const string In = $"{PhoneTown.Number}#{PhoneTown.Pin}#";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task An_operator_gets_in_and_asks_how_far_it_is_over_udp_and_tcp_and_with_keys_by_info()
    {
        using var run = Run();
        await using PhoneTown town = await PhoneTown.StartAsync(run, Trunk(9));
        await using PeerProcess udp = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer]);
        await using PeerProcess tcp = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer], transport: "t1");
        await using PeerProcess info = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer], byInfo: true);
        foreach (PeerProcess caller in new[] { udp, tcp, info })
        {
            int exit = await caller.WaitAsync(Patience);
            Assert.True(exit == 0, $"SIPp ended with {exit}:\n{caller.Output}\n{town.Log}");
        }

        Assert.True(town.LetIn == 3 && town.NotLetIn == 0, town.Log);
        await town.AssertNothingTypedIsWrittenAsync(PhoneTown.Pin);
    }

    private static AlertRun Run() => new()
    {
        VoiceServer = new
        {
            Lines = new[] { new { Number = PhoneTown.OperatorsLine, Audience = "Operators", Language = "fr" } },
            MostCallers = 120,
            DigitWaitSeconds = 15,
            KeyWaitSeconds = 15,
        },
    };

    private static TrunkLine Trunk(int port) => new("operator", string.Create(CultureInfo.InvariantCulture, $"sip:127.0.0.1:{port}")) { Channels = 120, ReservedChannels = 110 };
}
