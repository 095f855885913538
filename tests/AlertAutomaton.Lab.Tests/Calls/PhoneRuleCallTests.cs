using AlertAutomaton.Lab.Phones;
using AlertAutomaton.Media.Audio;
using AlertAutomaton.Media.Detection;
using AlertAutomaton.Media.Prompts;
using AlertAutomaton.Telephony.Calls;
using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Lab.Tests.Calls;

public sealed class PhoneRuleCallTests
{
    private static readonly PreparedPrompt Message = PreparedPrompt.FromPcm("message", ToneGenerator.Sine(700, TimeSpan.FromSeconds(2)));

    [Theory]
    [InlineData(PhoneRule.Busy, CallOutcome.Busy, true, false)]
    [InlineData(PhoneRule.BusyOnce, CallOutcome.Busy, true, false)]
    [InlineData(PhoneRule.NotFound, CallOutcome.InvalidNumber, true, false)]
    [InlineData(PhoneRule.Declines, CallOutcome.Refused, true, false)]
    [InlineData(PhoneRule.SwitchedOff, CallOutcome.NoAnswer, true, false)]
    [InlineData(PhoneRule.Unavailable503, CallOutcome.Network, false, true)]
    [InlineData(PhoneRule.Unavailable503Once, CallOutcome.Network, false, true)]
    public async Task A_phone_that_refuses_gets_the_verdict_of_the_table(PhoneRule rule, CallOutcome expected, bool charged, bool nextTrunk)
    {
        await using var lab = await LoopbackTown.StartAsync();
        var verdict = await lab.RefusedAsync(Number(rule));
        Assert.Equal((expected, charged, nextTrunk), (verdict.Outcome, verdict.ChargedToRecipient, verdict.NextTrunk));
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task Retry_after_reaches_the_verdict()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var verdict = await lab.RefusedAsync(Number(PhoneRule.RetryAfterOnce));
        Assert.Equal((CallOutcome.Network, TimeSpan.FromSeconds(1)), (verdict.Outcome, verdict.RetryAfter));
    }

    [Fact]
    public async Task A_phone_that_rings_out_is_cancelled_after_the_ring_time()
    {
        await using var lab = await LoopbackTown.StartAsync();
        long start = TimeProvider.System.GetTimestamp();
        var verdict = await lab.RefusedAsync(Number(PhoneRule.NeverAnswers), new PlaceOptions { RingTime = TimeSpan.FromSeconds(1) });
        Assert.Equal(CallOutcome.NoAnswer, verdict.Outcome);
        Assert.InRange(TimeProvider.System.GetElapsedTime(start).TotalSeconds, 0.9, 4);
        await lab.ExpectNothingLeftAsync();
    }

    [Theory]
    [InlineData(PhoneRule.Presses1, "1")]
    [InlineData(PhoneRule.Presses2, "2")]
    [InlineData(PhoneRule.Presses9, "9")]
    [InlineData(PhoneRule.Presses9Then1, "91")]
    [InlineData(PhoneRule.Presses5Then1, "51")]
    [InlineData(PhoneRule.Presses0Then1, "01")]
    [InlineData(PhoneRule.Presses1ByInfo, "1")]
    [InlineData(PhoneRule.Presses1InBand, "1")]
    [InlineData(PhoneRule.Presses1AtOnce, "1")]
    [InlineData(PhoneRule.EarlyMediaThen1, "1")]
    [InlineData(PhoneRule.SlowAnswerThen1, "1")]
    [InlineData(PhoneRule.HoldThen1, "1")]
    public async Task Keys_arrive_once_each_and_interrupt_the_message(PhoneRule rule, string keys)
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var call = await lab.AnsweredAsync(Number(rule));
        Assert.NotEmpty(call.DialogIdentityJson);
        foreach (char key in keys)
        {
            CallTurn turn;
            do
            {
                turn = await call.PlayAsync([Message], CallMoments.Key, default).WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
            }
            while (turn.What == CallMoments.PlayedToEnd);
            Assert.Equal(key, turn.Key?.Key);
        }

        Assert.Null(await call.WaitForKeyAsync(TimeSpan.FromMilliseconds(400), default));
        await call.HangUpAsync();
        Assert.Equal(CallEndCause.LocalHangUp, (await call.Ending).Cause);
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task A_storm_of_keys_loses_none_that_counts()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var call = await lab.AnsweredAsync(Number(PhoneRule.KeyStormThen1));
        var keys = new List<char>();
        while (keys.Count < 21 && await call.WaitForKeyAsync(TimeSpan.FromSeconds(8), default) is { } press)
        {
            keys.Add(press.Key);
        }

        Assert.Equal("3456780*#43456780*#41", string.Concat(keys));
    }

    [Fact]
    public async Task A_silent_listener_hears_the_message_to_its_end()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var call = await lab.AnsweredAsync(Number(PhoneRule.Silent));
        Assert.True(await call.SayAsync([Message], default));
        await call.HangUpAsync();
        Assert.Equal(CallOutcome.Heard, CallVerdictTable.Judge(call.Facts() with { PlayedToEnd = true }).Outcome);
        Assert.InRange(call.Talked.TotalSeconds, 1.9, 5);
    }

    [Theory]
    [InlineData(PhoneRule.HangsUp)]
    [InlineData(PhoneRule.HangsUpAtOnce)]
    public async Task Hanging_up_in_the_message_ends_the_play(PhoneRule rule)
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var call = await lab.AnsweredAsync(Number(rule));
        Assert.Equal(CallMoments.Ended, (await call.PlayAsync([Message], CallMoments.Key, default)).What);
        Assert.Equal(CallOutcome.CutShort, CallVerdictTable.Judge(call.Facts()).Outcome);
        await lab.ExpectNothingLeftAsync();
    }

    [Fact]
    public async Task A_machine_is_recognised_as_a_hint_and_its_beep_is_heard()
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var call = await lab.AnsweredAsync(Number(PhoneRule.Voicemail));
        CallTurn turn;
        do
        {
            turn = await call.PlayAsync([Message], CallMoments.Beep, default).WaitAsync(TimeSpan.FromSeconds(15), TimeProvider.System);
        }
        while (turn.What == CallMoments.PlayedToEnd);
        Assert.Equal(CallMoments.Beep, turn.What);
        Assert.Equal(MachineHint.Machine, call.Hint);
    }

    [Theory]
    [InlineData(PhoneRule.FaxTone)]
    [InlineData(PhoneRule.FaxOffer)]
    public async Task A_fax_is_recognised_by_tone_and_by_offer(PhoneRule rule)
    {
        await using var lab = await LoopbackTown.StartAsync();
        await using var call = await lab.AnsweredAsync(Number(rule));
        CallTurn turn = await call.WaitAsync(CallMoments.Fax, TimeSpan.FromSeconds(10), default);
        Assert.Equal(CallMoments.Fax, turn.What);
        await call.HangUpAsync();
        Assert.Equal(CallOutcome.Fax, CallVerdictTable.Judge(call.Facts()).Outcome);
    }

    [Fact]
    public async Task The_second_call_is_answered_by_who_was_busy_or_out()
    {
        await using var lab = await LoopbackTown.StartAsync();
        var shortly = new PlaceOptions { RingTime = TimeSpan.FromSeconds(1) };
        foreach (PhoneRule rule in new[] { PhoneRule.BusyOnce, PhoneRule.AnswersSecondCall, PhoneRule.Unavailable503Once })
        {
            await lab.RefusedAsync(Number(rule), shortly);
            await using var call = await lab.AnsweredAsync(Number(rule), shortly);
        }
    }

    private static string Number(PhoneRule rule) => $"+336399812{(int)rule:D2}";
}
