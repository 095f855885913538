using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>SIPp is the operators: what they do by keys on the operators' line.</summary>
public sealed class VoiceServerTests
{
    private const string In = $"{PhoneTown.Number}#{PhoneTown.Pin}#";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task An_operator_gets_in_and_asks_how_far_it_is_over_udp_and_tcp_and_with_keys_by_info_and_by_sound()
    {
        using var run = Run();
        await using PhoneTown town = await PhoneTown.StartAsync(run, Trunk(9));
        await using PeerProcess udp = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer]);
        await using PeerProcess tcp = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer], transport: "t1");
        await using PeerProcess info = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer], by: KeysBy.Info);
        await using PeerProcess sound = town.Call(In + ",3,,*", [PhoneTown.DutyOfficer], by: KeysBy.Sound);
        foreach (PeerProcess caller in new[] { udp, tcp, info, sound })
        {
            int exit = await caller.WaitAsync(Patience);
            Assert.True(exit == 0, $"SIPp ended with {exit}:\n{caller.Output}\n{town.Log}");
        }

        Assert.True(town.LetIn == 4 && town.NotLetIn == 0, town.Log);
        await town.AssertNothingTypedIsWrittenAsync(PhoneTown.Pin);
    }

    [Fact]
    public async Task An_exercise_launched_by_phone_calls_the_households_and_counts_them_as_confirmed()
    {
        using var run = Run();
        await using SippTrunk homes = await SippTrunk.StartAsync("answers_and_presses_1", run.Folder);
        await using PhoneTown town = await PhoneTown.StartAsync(run, Trunk(homes.Port));

        // Launch, a scenario, number 12, as many homes; then nothing, for any key would cancel.
        await using PeerProcess duty = town.Call($"{In},1,1,12#,{PhoneTown.Homes}#", [PhoneTown.DutyOfficer]);
        await town.UntilAsync(() => Task.FromResult(town.Log.Contains("launched alert", StringComparison.Ordinal)), "launched");
        JsonElement alert = default;
        await town.UntilAsync(
            async () =>
            {
                alert = await town.OnlyAlertAsync();
                return alert.GetProperty("state").GetString() == "finished";
            },
            "finished");

        Assert.Equal("exercise", alert.GetProperty("kind").GetString());
        Assert.Equal(PhoneTown.Homes, alert.GetProperty("progress").GetProperty("confirmed").GetInt32());
        (int successful, int failed) = await homes.CountAsync(PhoneTown.Homes);
        Assert.True(successful == PhoneTown.Homes && failed == 0, $"SIPp: {successful} successful, {failed} failed\n{homes.Errors()}");
        Assert.Contains($"launched alert {alert.GetProperty("id").GetString()} by phone", town.Log, StringComparison.Ordinal);
        await town.AssertNothingTypedIsWrittenAsync(PhoneTown.Pin);
    }

    private static AlertRun Run() => new() { VoiceServer = PhoneTown.VoiceServer };

    private static TrunkLine Trunk(int port) => new("operator", string.Create(CultureInfo.InvariantCulture, $"sip:127.0.0.1:{port}")) { Channels = 120, ReservedChannels = 110 };
}
