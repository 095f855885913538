using System.Text.Json;
using AlertAutomaton.Interop.Tests.Peers;
using AlertAutomaton.Interop.Tests.Runs;

namespace AlertAutomaton.Interop.Tests;

/// <summary>baresip is a resident who missed the call and phones back.</summary>
public sealed class CallBackTests
{
    private const string Caller = "+33639980001";
    private const string Other = "+33639980002";
    private const string Persistent = "persistent";
    private const int MoreRounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EnoughOfTheMessage = TimeSpan.FromSeconds(2.5);

    // Who does not answer is called again after two seconds, on and on.
    private static readonly object[] Policies =
    [
        new
        {
            Name = Persistent, NumberFloorSeconds = 1, MaximumAttempts = 1000,
            Lanes = new[] { new { Channel = "Voice", PassDelaysSeconds = new[] { 2 }, NoAnswerDelaySeconds = 2, MaximumPerPoint = 1000 } },
        },
    ];

    [Theory]
    [InlineData("udp")]
    [InlineData("tcp")]
    public async Task A_resident_who_missed_the_call_phones_back_hears_the_message_answers_and_is_not_called_again(string transport)
    {
        using var run = new AlertRun { VoiceServer = PhoneTown.VoiceServer, MessageSeconds = 6, Policies = Policies, Policy = Persistent };
        await using SippTrunk trunk = await SippTrunk.StartAsync("rings_in_vain", run.Folder, "-trace_logs");
        await using PhoneTown town = await PhoneTown.StartEmptyAsync(run, new TrunkLine("operator", $"sip:127.0.0.1:{trunk.Port}") { ReservedChannels = 2 });
        await using BaresipPhone phone = await BaresipPhone.StartAsync(Caller, Path.Combine(run.Folder, "phone"), transport);
        await run.LaunchAsync([Caller, Other]);
        await town.UntilAsync(() => Task.FromResult(Calls(trunk, Caller) > 0 && Calls(trunk, Other) > 0), "called");

        await phone.DialAsync($"sip:{PhoneTown.ResidentsLine}@127.0.0.1:{town.SipPort};transport={transport}");
        await phone.WaitForToneAsync(AlertRun.MessageHertz, EnoughOfTheMessage, Patience);
        await phone.PressAsync('1');
        JsonElement alert = default;
        await town.UntilAsync(
            async () =>
            {
                alert = await town.OnlyAlertAsync();
                return alert.GetProperty("progress").GetProperty("confirmed").GetInt32() == 1;
            },
            "acknowledged");
        Assert.Contains("call-back", await run.JournalAsync(alert.GetProperty("id").GetString()!), StringComparison.Ordinal);
        Assert.Contains($"Via: SIP/2.0/{transport.ToUpperInvariant()} 127.0.0.1:{phone.Port}", await File.ReadAllTextAsync(run.Trace, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // The other household is called on and on: as long as that, this one would have been called as well.
        int mine = Calls(trunk, Caller);
        int others = Calls(trunk, Other);
        await town.UntilAsync(() => Task.FromResult(Calls(trunk, Other) >= others + MoreRounds), "called again");
        Assert.Equal(mine, Calls(trunk, Caller));
    }

    private static int Calls(SippTrunk trunk, string number) => trunk.Logged().Count(line => line.EndsWith("invite " + number[1..], StringComparison.Ordinal));
}
