using AlertAutomaton.Speech.Prompts;
using AlertAutomaton.VoiceServer.Tests.Fakes;

namespace AlertAutomaton.VoiceServer.Tests.Approvals;

/// <summary>Calls that the voice server places, for an approval or back to an operator, left at every prompt and in silence after every key.</summary>
public sealed class HangUpTests
{
    public static TheoryData<bool, string> Ways { get; } = new()
    {
        { true, TownHall.OtherPin + "#1" },
        { true, TownHall.OtherPin + "#2" },
        { true, TownHall.OtherPin + "##" },
        { true, TownHall.OtherPin + "#0008" },
        { true, "111222#333444#555666#" },
        { true, "*" },
        { false, TownHall.Pin + "#1112#1412#" },
        { false, TownHall.Pin + "#7*" },
        { false, "111222#333444#555666#" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_was_called_and_hangs_up_at_any_prompt_leaves_a_call_that_is_over_and_nothing_half_done(bool forApproval, string keys)
    {
        (ScriptedPhone whole, _) = await CalledAsync(forApproval, keys, hangsUpAt: 0);
        for (int play = 1; play <= whole.Plays; play++)
        {
            (ScriptedPhone phone, TownHall town) = await CalledAsync(forApproval, keys, play);
            Assert.Equal(play, phone.Plays);
            Assert.InRange(town.Desk.Launched.Count, 0, 1);
            Assert.DoesNotContain(town.Log.Lines, line => line.StartsWith("11018", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whoever_was_called_and_falls_silent_after_any_key_hears_goodbye(bool forApproval, string keys)
    {
        for (int pressed = 0; pressed <= keys.Length; pressed++)
        {
            (ScriptedPhone phone, _) = await CalledAsync(forApproval, keys[..pressed], hangsUpAt: 0);
            Assert.True(string.Equals(PromptNames.Goodbye, phone.Heard[^1], StringComparison.Ordinal), $"silent after {pressed} keys");
        }
    }

    private static async Task<(ScriptedPhone Phone, TownHall Town)> CalledAsync(bool forApproval, string keys, int hangsUpAt)
    {
        await using var town = new TownHall(options => options with { CallBackToLaunch = !forApproval });
        town.Desk.Proposal = town.Desk.Proposal with { NeedsSecondPerson = forApproval };
        ScriptedPhone called = town.NewPhone(hangsUpAt).Types(keys);
        town.Outbound.Answers((forApproval ? town.Second : town.First).RegisteredPhone!.Value, called);
        await town.OperatorCallsAsync(town.NewPhone().Types(TownHall.ComeIn + (forApproval ? "1112#1412#" : "1")));
        for (int look = 0; look < 4000 && !called.HungUp; look++)
        {
            town.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        Assert.True(called.HungUp, $"hangs up at {hangsUpAt}");
        return (called, town);
    }
}
