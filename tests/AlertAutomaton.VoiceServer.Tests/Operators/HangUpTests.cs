using AlertAutomaton.Alerting.Alerts;
using AlertAutomaton.Alerting.Drafts;
using AlertAutomaton.Alerting.Recordings;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Operators;

/// <summary>Every way through the operators' line, left at every prompt.</summary>
public sealed class HangUpTests
{
    public static TheoryData<string, string> Ways { get; } = new()
    {
        { "scenario", "1112#1412#" },
        { "exercise", "1112#2412#" },
        { "unknown scenario", "1199#112#1412#" },
        { "wrong counts", "1112#1411#413#41#" },
        { "cancelled", "1112#1412#5" },
        { "recording and group", "127#3#1412#" },
        { "record", "2#15#" },
        { "record again and listen", "2#2#3317#1" },
        { "status", "30" },
        { "pause", "41" },
        { "stop and tell", "431517#412#" },
        { "all-clear", "5127#412#" },
        { "correction recorded now", "521#18#412#" },
        { "last messages", "6##" },
        { "approve", "71" },
        { "refuse", "72" },
        { "next request", "7#" },
        { "only wrong keys", "8888888888" },
        { "only repeats", "0000000000" },
        { "back and back", "1*2" },
        { "leave", "*" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_hangs_up_at_any_prompt_leaves_a_call_that_is_over_and_nothing_half_done(string way, string keys)
    {
        (ScriptedPhone whole, _) = await CallAsync(keys, hangsUpAt: 0);
        Assert.True(whole.HungUp, way);
        for (int play = 1; play <= whole.Plays; play++)
        {
            (ScriptedPhone phone, TownHall town) = await CallAsync(keys, play);
            Assert.True(phone.HungUp, $"{way}: hung up at prompt {play}");
            Assert.Equal(play, phone.Plays);
            Assert.InRange(town.Desk.Launched.Count, 0, 1);
            Assert.DoesNotContain(town.Log.Lines, line => line.StartsWith("11018", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_falls_silent_after_any_key_is_asked_three_times_and_hears_goodbye(string way, string keys)
    {
        for (int pressed = 0; pressed <= keys.Length; pressed++)
        {
            (ScriptedPhone phone, _) = await CallAsync(keys[..pressed], hangsUpAt: 0);
            Assert.True(phone.HungUp, $"{way}: silent after {pressed} keys");
            Assert.Equal("goodbye", phone.Heard[^1]);
        }
    }

    private static async Task<(ScriptedPhone Phone, TownHall Town)> CallAsync(string keys, int hangsUpAt)
    {
        await using var town = new TownHall();
        town.Desk.Alerts.Add(TownHall.AlertOf("Flood"));
        await town.Recordings.KeepAsync(
            new Recording { Organisation = TownHall.Town, Number = 7, Language = "en", Duration = TimeSpan.FromSeconds(5), RecordedAt = town.Clock.GetUtcNow() }, new byte[100], default);
        var draft = new Draft
        {
            Id = Alerting.Identifiers.DraftId.New(town.Clock), Organisation = TownHall.Town, Content = DraftContent.OfScenario(town.Flood.Id), Kind = AlertKind.Real, Title = "Flood",
            Households = 412, SubmittedBy = town.Second.Id,
        };
        await town.Drafts.SaveAsync(draft, default);
        await town.Drafts.SaveAsync(DraftRules.Submit(draft, town.Second, null, town.Clock.GetUtcNow()).Draft, default);
        ScriptedPhone phone = town.NewPhone(hangsUpAt).Types(TownHall.ComeIn + keys);
        phone.Says = ToneGenerator.Sine(700, TimeSpan.FromSeconds(2), -16);
        return (await town.OperatorCallsAsync(phone), town);
    }
}
