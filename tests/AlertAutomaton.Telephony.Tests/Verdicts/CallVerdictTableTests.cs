using AlertAutomaton.Telephony.Verdicts;

namespace AlertAutomaton.Telephony.Tests.Verdicts;

public sealed class CallVerdictTableTests
{
    [Theory]
    [InlineData('1', CallOutcome.Acknowledged)]
    [InlineData('2', CallOutcome.Acknowledged)]
    [InlineData('9', CallOutcome.WrongNumber)]
    public void A_key_of_the_answer_table_decides_whatever_else_happened(char key, CallOutcome expected)
    {
        foreach (CallEndCause end in Enum.GetValues<CallEndCause>())
        {
            var verdict = CallVerdictTable.Judge(new CallFacts
            {
                End = end, Answered = true, Key = key, MachineJudged = true, FaxSeen = true, PlayedToEnd = true, StatusCode = 503,
            });
            Assert.Equal(expected, verdict.Outcome);
            Assert.True(verdict.ChargedToRecipient);
            Assert.False(verdict.NextTrunk);
        }
    }

    [Fact]
    public void Another_key_is_not_an_acknowledgement()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.RemoteHangUp, Answered = true, Key = '5' });
        Assert.Equal(CallOutcome.CutShort, verdict.Outcome);
    }

    [Theory]
    [InlineData(CallEndCause.RemoteHangUp)]
    [InlineData(CallEndCause.LocalHangUp)]
    public void An_answer_with_the_message_played_to_its_end_is_heard(CallEndCause end)
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = end, Answered = true, PlayedToEnd = true });
        Assert.Equal(CallOutcome.Heard, verdict.Outcome);
    }

    [Fact]
    public void Hanging_up_before_the_end_is_cut_short()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.RemoteHangUp, Answered = true });
        Assert.Equal((CallOutcome.CutShort, FaultSide.Callee), (verdict.Outcome, verdict.Cause));
    }

    [Fact]
    public void A_machine_is_voicemail_even_when_the_message_was_played_to_its_end()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.LocalHangUp, Answered = true, PlayedToEnd = true, MachineJudged = true });
        Assert.Equal(CallOutcome.Voicemail, verdict.Outcome);
    }

    [Fact]
    public void A_fax_is_a_fax()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.LocalHangUp, Answered = true, FaxSeen = true, PlayedToEnd = true });
        Assert.Equal(CallOutcome.Fax, verdict.Outcome);
    }

    [Theory]
    [InlineData(486, null, CallOutcome.Busy)]
    [InlineData(600, null, CallOutcome.Busy)]
    [InlineData(480, null, CallOutcome.NoAnswer)]
    [InlineData(487, null, CallOutcome.NoAnswer)]
    [InlineData(404, null, CallOutcome.InvalidNumber)]
    [InlineData(410, null, CallOutcome.InvalidNumber)]
    [InlineData(484, null, CallOutcome.InvalidNumber)]
    [InlineData(604, null, CallOutcome.InvalidNumber)]
    [InlineData(500, 1, CallOutcome.InvalidNumber)]
    [InlineData(503, 22, CallOutcome.InvalidNumber)]
    [InlineData(480, 28, CallOutcome.InvalidNumber)]
    [InlineData(403, null, CallOutcome.Refused)]
    [InlineData(603, null, CallOutcome.Refused)]
    [InlineData(607, null, CallOutcome.Refused)]
    [InlineData(608, null, CallOutcome.Refused)]
    [InlineData(302, null, CallOutcome.Refused)]
    [InlineData(408, null, CallOutcome.Network)]
    [InlineData(500, null, CallOutcome.Network)]
    [InlineData(502, null, CallOutcome.Network)]
    [InlineData(503, null, CallOutcome.Network)]
    [InlineData(504, null, CallOutcome.Network)]
    [InlineData(480, 34, CallOutcome.Network)]
    [InlineData(480, 38, CallOutcome.Network)]
    [InlineData(480, 41, CallOutcome.Network)]
    [InlineData(403, 42, CallOutcome.Network)]
    [InlineData(488, null, CallOutcome.Network)]
    [InlineData(401, null, CallOutcome.Network)]
    [InlineData(503, 17, CallOutcome.Busy)]
    [InlineData(500, 19, CallOutcome.NoAnswer)]
    [InlineData(486, 34, CallOutcome.Busy)]
    [InlineData(603, 34, CallOutcome.Refused)]
    public void A_final_refusal_has_its_row(int status, int? cause, CallOutcome expected)
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = status, ReasonPhrase = "Some Phrase", Q850Cause = cause });
        Assert.Equal(expected, verdict.Outcome);
        Assert.StartsWith($"{status} Some Phrase", verdict.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_network_failures_go_to_the_next_trunk_and_cost_the_recipient_nothing()
    {
        for (int status = 300; status < 700; status++)
        {
            var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = status });
            Assert.Equal(verdict.Outcome == CallOutcome.Network, verdict.NextTrunk);
            Assert.Equal(verdict.Outcome != CallOutcome.Network, verdict.ChargedToRecipient);
        }
    }

    [Theory]
    [InlineData(false, CallOutcome.Network)]
    [InlineData(true, CallOutcome.NoAnswer)]
    public void A_time_out_is_the_networks_unless_the_phone_rang(bool rang, CallOutcome expected)
    {
        Assert.Equal(expected, CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = 408, ProvisionalSeen = rang }).Outcome);
        Assert.Equal(expected, CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Unreachable, ProvisionalSeen = rang }).Outcome);
    }

    [Fact]
    public void Ring_time_over_is_no_answer_and_charged()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.RingTimeOver, ProvisionalSeen = true });
        Assert.Equal((CallOutcome.NoAnswer, true), (verdict.Outcome, verdict.ChargedToRecipient));
    }

    [Fact]
    public void A_withdrawn_call_is_ours_and_not_charged()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Withdrawn });
        Assert.Equal((CallOutcome.Withdrawn, FaultSide.Ours, false, false), (verdict.Outcome, verdict.Cause, verdict.ChargedToRecipient, verdict.NextTrunk));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(480)]
    [InlineData(486)]
    [InlineData(503)]
    public void A_full_trunk_is_not_the_callees_answer(int status)
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = status, TrunkFull = true });
        Assert.Equal((CallOutcome.Network, false, true), (verdict.Outcome, verdict.ChargedToRecipient, verdict.NextTrunk));
    }

    [Theory]
    [InlineData(603)]
    [InlineData(404)]
    [InlineData(608)]
    public void A_refusal_stays_a_refusal_when_the_trunk_is_full(int status)
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = status, TrunkFull = true });
        Assert.NotEqual(CallOutcome.Network, verdict.Outcome);
    }

    [Theory]
    [InlineData(0d, null)]
    [InlineData(5d, 5d)]
    [InlineData(3600d, 60d)]
    [InlineData(4294967296d, 60d)]
    public void Retry_after_is_kept_up_to_a_minute(double asked, double? kept)
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = 503, RetryAfter = TimeSpan.FromSeconds(asked) });
        Assert.Equal(kept, verdict.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public void A_hostile_reason_phrase_is_cut()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.Rejected, StatusCode = 486, ReasonPhrase = new string('x', 5000) });
        Assert.InRange(verdict.Detail.Length, 10, 80);
    }

    [Fact]
    public void Losing_the_dialog_during_the_message_is_not_the_callees_fault()
    {
        var verdict = CallVerdictTable.Judge(new CallFacts { End = CallEndCause.DialogLost, Answered = true });
        Assert.Equal((CallOutcome.CutShort, FaultSide.Network), (verdict.Outcome, verdict.Cause));
    }

    [Fact]
    public void Every_combination_of_facts_has_a_verdict_that_agrees_with_itself()
    {
        foreach (CallEndCause end in Enum.GetValues<CallEndCause>())
        {
            for (int flags = 0; flags < 64; flags++)
            {
                foreach (int? status in new int?[] { null, 100, 302, 403, 408, 480, 486, 503, 603, 999 })
                {
                    var verdict = CallVerdictTable.Judge(new CallFacts
                    {
                        End = end, StatusCode = status, Answered = (flags & 1) != 0, PlayedToEnd = (flags & 2) != 0, MachineJudged = (flags & 4) != 0,
                        FaxSeen = (flags & 8) != 0, TrunkFull = (flags & 16) != 0, ProvisionalSeen = (flags & 32) != 0,
                    });
                    Assert.NotEmpty(verdict.Detail);
                    Assert.True(!verdict.NextTrunk || (verdict.Outcome == CallOutcome.Network && !verdict.ChargedToRecipient));
                    Assert.NotEqual(CallOutcome.Acknowledged, verdict.Outcome);
                    Assert.True(verdict.Outcome != CallOutcome.Heard || (flags & 3) == 3);
                }
            }
        }
    }
}
