using System.Globalization;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>SIPp guesses PINs by many calls from two hundred phones; the long form has 2,000 calls (docs/voice-server.md).</summary>
public sealed class PinAttackTests
{
    private const string NeverGuessed = "5042";
    private const int Channels = 120;
    private const int Rounds = 40;
    private static readonly string[] Guesses = ["6049872635", "8250461937", "4917360825"];
    private static readonly string[] Strangers = [.. Enumerable.Range(0, 200).Select(i => string.Create(CultureInfo.InvariantCulture, $"+33639987{i:000}"))];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Guessing_pins_by_many_calls_lets_nobody_in_and_shuts_nobody_out_who_calls_from_the_registered_number()
    {
        int calls = int.Parse(Environment.GetEnvironmentVariable("ALERTAUTOMATON_PIN_CALLS") ?? "100", CultureInfo.InvariantCulture);
        using var run = new AlertRun { VoiceServer = PhoneTown.VoiceServer };
        await using PhoneTown town = await PhoneTown.StartAsync(run, new TrunkLine("operator", "sip:127.0.0.1:9") { Channels = Channels, ReservedChannels = Channels - 10 });
        await town.AddOperatorAsync(NeverGuessed, "+33639980043");

        // Typed again and again, whatever is said, until the service hangs up. No 1 first among the keys: it would ask for a call-back at the end.
        string guessing = string.Concat(Enumerable.Repeat($"{PhoneTown.Number}#{Guesses[0]}#3042#{Guesses[1]}#4042#{Guesses[2]}#", Rounds));
        long start = TimeProvider.System.GetTimestamp();
        await using PeerProcess attack = town.Call(guessing, Strangers, calls);
        int exit = await attack.WaitAsync(TimeSpan.FromSeconds(120 + (calls * 2)));
        TimeSpan took = TimeProvider.System.GetElapsedTime(start);
        Assert.True(exit == 0, $"SIPp ended with {exit}:\n{attack.Output}\n{town.Log}");
        Assert.True(town.LetIn == 0, town.Log);
        Assert.Equal(3 * calls, town.NotLetIn);
        Assert.Contains("Alarm on the operators' line: OperatorLocked", town.Log, StringComparison.Ordinal);
        Assert.Contains("Alarm on the operators' line: HourlyCapReached", town.Log, StringComparison.Ordinal);

        // Nobody guessed at this number, so that what keeps the right PIN out is the cap over all numbers.
        await using PeerProcess stranger = town.Call($"{NeverGuessed}#{PhoneTown.Pin}#", [Strangers[0]]);
        await town.UntilAsync(() => Task.FromResult(town.NotLetIn == (3 * calls) + 1), "refused with the right PIN from a strange phone");
        Assert.Equal(0, town.LetIn);
        long back = TimeProvider.System.GetTimestamp();
        await using PeerProcess rightful = town.Call($"{PhoneTown.Number}#{PhoneTown.Pin}#,*", [PhoneTown.DutyOfficer]);
        exit = await rightful.WaitAsync(Patience);
        Assert.True(exit == 0 && town.LetIn == 1, $"SIPp ended with {exit}:\n{rightful.Output}\n{town.Log}");
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{calls} calls with {town.NotLetIn - 1} wrong PINs in {took.TotalSeconds:0} s; the rightful operator was in and out {TimeProvider.System.GetElapsedTime(back).TotalSeconds:0} s later"));
        await town.AssertNothingTypedIsWrittenAsync([PhoneTown.Pin, .. Guesses]);
    }
}
