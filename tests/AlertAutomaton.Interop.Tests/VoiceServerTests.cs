using System.Globalization;
using System.Text.Json;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>SIPp is the operators, and those who guess: what they do by keys on the operators' line.</summary>
public sealed class VoiceServerTests
{
    private const string In = $"{PhoneTown.Number}#{PhoneTown.Pin}#";
    private const string Guess = "6049872635";
    private const string NeverGuessed = "5042";
    private const int Rounds = 40;
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
                using JsonDocument listed = JsonDocument.Parse(await town.CommandAsync("alerts", "list"));
                alert = Assert.Single(listed.RootElement.GetProperty("items").EnumerateArray()).Clone();
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

    [Fact]
    public async Task Guessing_pins_by_many_calls_lets_nobody_in_and_shuts_nobody_out_who_calls_from_the_registered_number()
    {
        int calls = int.Parse(Environment.GetEnvironmentVariable("ALERTAUTOMATON_PIN_CALLS") ?? "40", CultureInfo.InvariantCulture);
        using var run = Run();
        await using PhoneTown town = await PhoneTown.StartAsync(run, Trunk(9));
        await town.AddOperatorAsync(NeverGuessed, "+33639980043");

        // Typed again and again, whatever is said, until the service hangs up. No 1 among the keys: it would ask for a call-back at the end.
        string guessing = string.Concat(Enumerable.Repeat($"{PhoneTown.Number}#{Guess}#3042#{Guess}#4042#{Guess}#", Rounds));
        string[] strangers = [.. Enumerable.Range(0, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"+336399877{i:00}"))];
        await using PeerProcess attack = town.Call(guessing, strangers, calls);
        int exit = await attack.WaitAsync(AttackPatience(calls));
        Assert.True(exit == 0, $"SIPp ended with {exit}:\n{attack.Output}\n{town.Log}");
        Assert.True(town.LetIn == 0, town.Log);
        Assert.Equal(3 * calls, town.NotLetIn);
        Assert.Contains("Alarm on the operators' line: OperatorLocked", town.Log, StringComparison.Ordinal);

        // Nobody guessed at this number, so that what keeps the right PIN out is the cap over all numbers.
        await using PeerProcess stranger = town.Call($"{NeverGuessed}#{PhoneTown.Pin}#", [strangers[0]]);
        await town.UntilAsync(() => Task.FromResult(town.NotLetIn == (3 * calls) + 1), "refused with the right PIN from a strange phone");
        Assert.Equal(0, town.LetIn);
        await using PeerProcess rightful = town.Call(In + ",*", [PhoneTown.DutyOfficer]);
        exit = await rightful.WaitAsync(Patience);
        Assert.True(exit == 0 && town.LetIn == 1, $"SIPp ended with {exit}:\n{rightful.Output}\n{town.Log}");
        await town.AssertNothingTypedIsWrittenAsync(PhoneTown.Pin, Guess);
    }

    private static TimeSpan AttackPatience(int calls) => TimeSpan.FromSeconds(120 + (calls * 2));

    private static AlertRun Run() => new()
    {
        VoiceServer = new
        {
            Lines = new[] { new { Number = PhoneTown.OperatorsLine, Audience = "Operators", Language = "fr" } },
            MostCallers = 120,
            DigitWaitSeconds = 15,
            KeyWaitSeconds = 15,
            PinFailuresPerHour = 12,
        },
    };

    private static TrunkLine Trunk(int port) => new("operator", string.Create(CultureInfo.InvariantCulture, $"sip:127.0.0.1:{port}")) { Channels = 120, ReservedChannels = 110 };
}
